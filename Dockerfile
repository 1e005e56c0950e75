# The image of 问效.  Only the base image and the package registry are fetched; every package is pinned and hashed.
#
#   docker build -t wenxiao .
#   docker run --rm -v wenxiao:/data -v ./documents:/documents:ro wenxiao load /documents
#   docker run -d --read-only --tmpfs /tmp --stop-timeout 40 -v wenxiao:/data -p 127.0.0.1:8080:8080 --env-file wenxiao.env wenxiao
#
# podman keeps the HEALTHCHECK with --format docker only.
# A base or a registry of one's own: --build-arg BASE_IMAGE=…  --build-arg PIP_INDEX_URL=…
# A host folder in place of the volume must belong to 10001:10001.
# scripts/try_image.py carries these steps out without an engine, and knows no instruction that is not used here.

ARG BASE_IMAGE=python:3.12-slim

FROM ${BASE_IMAGE} AS build
ARG PIP_INDEX_URL
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /src
RUN python -m venv /tools
COPY requirements/image.txt requirements/
RUN /tools/bin/pip download --quiet --require-hashes --only-binary :all: -r requirements/image.txt -d /wheels
RUN /tools/bin/pip install --quiet --no-index --find-links /wheels hatchling
# With .gitignore the wheel leaves out what a clone would not have.
COPY .gitignore LICENSE README.zh-CN.md pyproject.toml ./
COPY bot bot
COPY seed seed
COPY store store
RUN /tools/bin/python -m hatchling build -t wheel -d /wheels
# What the program needs and nothing else, from the wheels that were checked: neither pip nor what built it.
RUN python -m venv --without-pip /venv \
    && /tools/bin/pip --python /venv/bin/python install --quiet --no-index --find-links /wheels "wenxiao[meaning,postgresql,socks]"

FROM ${BASE_IMAGE}
LABEL org.opencontainers.image.title="wenxiao" \
      org.opencontainers.image.description="问效：回答部门预算项目支出绩效目标的聊天机器人" \
      org.opencontainers.image.licenses="MIT"
RUN groupadd --gid 10001 wenxiao \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin wenxiao \
    && install --directory --owner=10001 --group=10001 --mode=0750 /data
COPY --from=build /venv /venv
# “今年” is the office's year, and the log has the office's time: -e TZ=… for another.
ENV PATH="/venv/bin:${PATH}" LANG=C.UTF-8 TZ=Asia/Shanghai \
    PYTHONUTF8=1 PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    WENXIAO_DATA_DIR=/data WENXIAO_HTTP_HOST=0.0.0.0
WORKDIR /data
# A number, so that a platform can see that it is not root.
USER 10001:10001
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
# No curl in the base; http.client, unlike urllib, never goes through a proxy that the environment names.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["python", "-I", "-c", \
    "import http.client as h, os, sys; c = h.HTTPConnection('127.0.0.1', int(os.environ.get('WENXIAO_HTTP_PORT') or 8080), timeout=8); c.request('GET', '/healthz'); sys.exit(c.getresponse().status != 200)"]
ENTRYPOINT ["wenxiao"]
CMD ["serve"]
