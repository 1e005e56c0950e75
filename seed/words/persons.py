"""Names of people (签字、负责人、填表人) in public texts: recognised only where a label announces one and it begins with a surname."""

import re

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵"
    "孟龙万段雷钱汤尹黎易常武乔贺赖龚樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁耿牟卜路詹关苗凌费纪靳盛童欧甄项曲裴席卫查屈鲍位覃霍翁隋植甘景薄单"
    "包司柏宁柯阮桂闵解强柴华车冉房边"
)
_COMPOUND = "欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|东方"
_LABEL = r"(?:项目|单位|部门|财务|具体)?(?:责任人|负责人)|填[表报]人|制表人|联系人|经办人|审[核批]人|复核人|分管领导"
_PERSON = rf"(?:(?:{_COMPOUND})[ \t　]{{0,4}}[一-龥](?:[ \t　]{{0,4}}[一-龥])?|[{_SURNAMES}][ \t　]{{0,4}}[一-龥](?:[ \t　]{{0,4}}[一-龥])?)"
_SIGNED = r"(?:[(（]?(?:签[字名章]|盖章|姓名)[)）]?)*"
_INLINE = re.compile(
    rf"(?:{_LABEL}){_SIGNED}(?:及(?:联系)?电话)?[ \t　]*[:：][ \t　]*({_PERSON})(?=$|[\s,，。;；、(（/]|联系|电话|\d)"
)
_WHOLE = re.compile(rf"({_PERSON})(?:[\s,，、/(（]*(?:1\d{{10}}|[\d-]{{7,13}})[)）]?)?")
_ANNOUNCES = re.compile(rf"(?:{_LABEL})(?:及(?:联系)?电话|姓名|签[字名章])*")
_NO_NAME = re.compile(r"[局科股室处办所院校站队部组会司厂村镇县区市乡员长任师位无委费表制元]$|某")


def has_person(text: str) -> bool:
    """Whether a label of the text is followed by a person's name: “填表人：王小明　联系电话：…”."""
    return any(_is_name(match[1]) for match in _INLINE.finditer(text))


def announces_person(label: str) -> bool:
    """Whether the label, without brackets and white space, asks for a person: 项目负责人, 填表人."""
    return bool(_ANNOUNCES.fullmatch(label))


def is_person(text: str) -> bool:
    """Whether the text is a person's name and nothing else, save for a telephone number behind it."""
    match = _WHOLE.fullmatch(text.strip())
    return match is not None and _is_name(match[1])


def _is_name(text: str) -> bool:
    return not _NO_NAME.search(text)
