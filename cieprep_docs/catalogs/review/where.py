"""Where words stand, said to reviewers in their language: what kind of words they are, and in which part."""

from __future__ import annotations

from collections.abc import Mapping

from immutabledict import immutabledict

_PARTS = """
event	мероприятие	活动
theme	тема	主题
cities	города	城市
venues	площадки	场所
organisations	организации	机构
people	лица	人员
delegations	делегации	代表团
fields	отрасли	领域
sessions	заседания	会议
statements	выступления	发言
figures	показатели	数据
projects	проекты	项目
outcomes	итоги	成果
annexes	приложения	附件
images	иллюстрации	图片
sources	источники	来源
activities	виды деятельности	活动类型
about	о мероприятии	活动介绍
approach	как проходит мероприятие	活动方式
summary	резюме	摘要
outlook	дальнейшие шаги	后续工作
"""
_KINDS = """
event.series	название серии мероприятий без номера	系列活动名称，不含届次
event.title	полное название мероприятия	活动全称
event.short_title	краткое название мероприятия для колонтитулов	活动简称，用于页眉页脚
event.headline	главный итог одним предложением, без точки	一句话概括主要成果，不加句号
theme.title	тема мероприятия	活动主题
theme.summary	пояснение темы одним предложением	一句话说明主题
event.summary	абзац резюме	摘要段落
event.about	абзац о мероприятии	活动介绍段落
event.approach	пункт о том, как проходит мероприятие	活动方式或重点的一项
event.activity	вид деятельности	活动类型
event.outlook	пункт о дальнейших шагах	后续工作的一项
event.framework	программа, в которую входит мероприятие	活动所属的框架
city.name	название города	城市名称
venue.name	название площадки, зала или здания	场馆、会议厅或楼宇名称
venue.address	адрес площадки	场所地址
organisation.name	полное официальное название организации	机构正式全称
organisation.short_name	краткое официальное название организации	机构正式简称
person.name	имя	姓名
person.honorific	учёное звание или дипломатический ранг перед именем	姓名前的学衔或外交衔级
person.post	должность	职务
person.biography	сведения о человеке	人物简介
person.note	примечание о человеке	人员备注
delegation.name	название делегации	代表团名称
member.role	роль в составе делегации	代表团成员的职责
field.name	название отрасли	领域名称
session.title	название заседания	会议标题
session.description	содержание заседания	会议内容
session.note	примечание к заседанию	会议备注
statement.part	вид выступления	发言类型
statement.gist	суть выступления одним предложением	一句话概括发言
statement.substance	один из пунктов выступления	发言要点
figure.label	название показателя	数据名称
figure.remark	пояснение к показателю	数据说明
figure.share	часть показателя на диаграмме	数据的一部分，用于图表
project.title	название проекта	项目名称
project.stage	стадия проекта	项目阶段
project.description	описание проекта одним предложением	一句话介绍项目
outcome.title	название объединения, награды, инициативы или соглашения	联盟、奖项、倡议或协议名称
outcome.description	что создано, присуждено или согласовано	成立、授予或商定的内容
outcome.follow_up	следующий шаг	后续步骤
annex.title	название приложения	附件标题
annex.paragraph	абзац приложения	附件段落
image.alt	что изображено, для незрячих читателей	图片内容说明，供视障读者使用
image.caption	подпись под иллюстрацией	图片说明文字
unit	что считается: после числа или слова «почти»	计量对象，用于数字或“近”之后
unit after genitive qualifier	что считается: после слов «более», «около», «до»	计量对象，用于“超过”“约”等词之后
"""


def _table(lines: str) -> Mapping[str, Mapping[str, str]]:
    rows = (line.split("\t") for line in lines.strip().splitlines())
    return immutabledict({key: immutabledict(ru=russian, zh=chinese) for key, russian, chinese in rows})


_PART_NAMES, _KIND_NAMES = _table(_PARTS), _table(_KINDS)


def part_name(part: str, language: str) -> str:
    """Return a part of an event file in the words of a language; empty where it has none.

    >>> part_name("sessions", "ru")
    'заседания'
    """
    return _PART_NAMES.get(part, {}).get(language, "")


def kind_name(role: str, language: str) -> str:
    """Return what words of a role are in the words of a language; empty where it has none."""
    return _KIND_NAMES.get(role, {}).get(language, "")
