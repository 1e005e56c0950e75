"""Settings from the environment or `.env`, prefix `WENXIAO_`."""

import re
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.who import split_who


def _default_data_dir() -> Path:
    home = Path.home() if str(Path.home()) != "/" else Path.cwd()
    return home / ".wenxiao"


class Access(StrEnum):
    """Who may ask over a chat platform: everybody, or administrators and those whom they registered."""

    OPEN = "open"
    BOUND = "bound"


class LogLevel(StrEnum):
    """How much is logged."""

    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


class Settings(BaseSettings):
    """How this office runs 问效; every field says what it is for (`docs/settings.md` is made of these sentences)."""

    model_config = SettingsConfigDict(env_prefix="WENXIAO_", env_file=".env", extra="ignore", env_ignore_empty=True)

    data_dir: Path = Field(
        default_factory=_default_data_dir, description="数据文件夹：SQLite 数据库、终端历史和很多名称的索引放在这里。"
    )
    database_url: SecretStr | None = Field(
        default=None, description="数据库地址；不填就用数据文件夹里的 SQLite 文件，postgresql://… 用 PostgreSQL。"
    )
    meaning: bool = Field(
        default=True, description="装了 wenxiao[meaning] 时，是否按意思找字面上找不到的项目（只列出名称供选择）；false 关掉。"
    )
    log_level: LogLevel = Field(default=LogLevel.INFO, description="日志级别：DEBUG、INFO、WARNING、ERROR。")
    http_host: str = Field(default="127.0.0.1", description="`serve` 的健康检查和指标在哪个地址上；容器里用 0.0.0.0。")
    http_port: int = Field(default=8080, ge=0, le=65535, description="`serve` 的端口。")
    access: Access | None = Field(
        default=None,
        description="在聊天平台里谁可以提问：open 所有人，bound 管理员和登记过的人。不填时，设了聊天渠道就是 bound。",
    )
    admins: str = Field(default="", description="管理员，逗号分隔，如 telegram:123456；编号发“我是谁”可以看到。")
    telegram_token: SecretStr | None = Field(default=None, description="Telegram 机器人的令牌，向 @BotFather 申请。")
    telegram_api_url: str = Field(
        default="https://api.telegram.org", description="Bot API 服务器的地址；自建的服务器写它的地址，如 http://127.0.0.1:8081。"
    )
    telegram_proxy: SecretStr | None = Field(
        default=None, description="连 Telegram 的代理，如 http://127.0.0.1:3128；socks5://… 要另装 wenxiao[socks]。"
    )

    @field_validator("data_dir")
    @classmethod
    def _at_home(cls, folder: Path) -> Path:
        return folder.expanduser()

    @field_validator("access", "log_level", "telegram_token", "telegram_api_url", "telegram_proxy", mode="before")
    @classmethod
    def _as_it_is_pasted(cls, value: object, info: ValidationInfo) -> object:
        """Without the blanks around it; words of ours in any case."""
        if not isinstance(value, str):
            return value
        change = {"access": str.lower, "log_level": str.upper}.get(info.field_name or "", str)
        return change(value.strip())

    @field_validator("telegram_token")
    @classmethod
    def _like_a_token(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and not re.fullmatch(r"\d+:[\w-]+", token.get_secret_value(), re.ASCII):
            raise ValueError("令牌的样子是“数字:字母和数字”，向 @BotFather 申请")
        return token

    @field_validator("telegram_api_url")
    @classmethod
    def _a_web_address(cls, address: str) -> str:
        if not re.match(r"https?://[^/\s]+", address):
            raise ValueError("要以 http:// 或 https:// 开头")
        return address.rstrip("/")

    @field_validator("telegram_proxy")
    @classmethod
    def _a_proxy(cls, address: SecretStr | None) -> SecretStr | None:
        scheme = _proxy_scheme(address.get_secret_value()) if address else "http"
        if scheme is None:
            raise ValueError("要写成 http://主机:端口 或 socks5://主机:端口，用户名和密码里的特殊字符写成 %40 的样子")
        if scheme.startswith("socks") and find_spec("socksio") is None:
            raise ValueError('是 SOCKS 代理，要另装：pip install "wenxiao[socks]"')
        return address

    @field_validator("admins")
    @classmethod
    def _people(cls, listed: str) -> str:
        split_who(listed)
        return listed

    @property
    def url(self) -> str:
        """The store's address."""
        if self.database_url and self.database_url.get_secret_value():
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.data_dir / 'wenxiao.db'}"

    @property
    def administrators(self) -> frozenset[str]:
        """Who may do everything: `channel:id`."""
        return frozenset(split_who(self.admins))

    @property
    def who_may_ask(self) -> Access:
        """Who may ask over a chat platform."""
        return self.access or Access.BOUND

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown."""
        held = [value for _, value in self if isinstance(value, SecretStr)]
        return tuple(secret.get_secret_value() for secret in held if secret.get_secret_value())


def _proxy_scheme(address: str) -> str | None:
    """How a proxy is spoken to, None where it is no address of one."""
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https", "socks5", "socks5h") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts.scheme if usable else None
