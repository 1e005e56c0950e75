"""Settings from the environment or `.env`, prefix `WENXIAO_`."""

from pathlib import Path

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


def _default_data_dir() -> Path:
    home = Path.home() if str(Path.home()) != "/" else Path.cwd()
    return home / ".wenxiao"


class Settings(BaseSettings):
    """How this office runs 问效; every field says what it is for (`docs/settings.md` is made of these sentences)."""

    model_config = SettingsConfigDict(env_prefix="WENXIAO_", env_file=".env", extra="ignore")

    data_dir: Path = Field(default_factory=_default_data_dir, description="数据文件夹：SQLite 数据库和终端历史放在这里。")
    database_url: SecretStr | None = Field(
        default=None, description="数据库地址；不填就用数据文件夹里的 SQLite 文件，postgresql://… 用 PostgreSQL。"
    )

    @field_validator("data_dir")
    @classmethod
    def _at_home(cls, folder: Path) -> Path:
        return folder.expanduser()

    @property
    def url(self) -> str:
        """The store's address."""
        if self.database_url and self.database_url.get_secret_value():
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.data_dir / 'wenxiao.db'}"
