"""Write people.xlsx and projects.csv of this invented forum, always the same bytes.

Run it after a change of the words below: `python examples/forum/make_tables.py`. In life these tables come from the
offices that register people and projects: the first has Chinese headings, the second Russian ones.
"""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).parent

# Delegation, country and tradition of names, in the order of the lists.
DELEGATIONS = (
    ("china", "CN", "chinese"),
    ("kazakhstan", "KZ", "russian"),
    ("belarus", "BY", "russian"),
    ("brazil", "BR", "western"),
    ("egypt", "EG", "western"),
    ("france", "FR", "western"),
    ("germany", "DE", "western"),
    ("india", "IN", "western"),
    ("kyrgyzstan", "KG", "russian"),
    ("russia", "RU", "russian"),
    ("singapore", "SG", "chinese"),
    ("south-africa", "ZA", "western"),
)

# The posts of the six members of every delegation.
POSTS = (
    ("Rector", "校长", "ректор"),
    ("Vice-Rector", "副校长", "проректор"),
    ("Professor", "教授", "профессор"),
    ("Head of Laboratory", "实验室主任", "заведующий лабораторией"),
    ("Senior Researcher", "高级研究员", "старший научный сотрудник"),
    ("Interpreter", "翻译", "переводчик"),
)
NOTES = {
    6: "Needs a quiet room to work in.",
    25: "Eats no meat.",
    40: "Arrives a day later; please meet at the airport.",
    67: "Should be seated near the exit.",
}

PEOPLE_HEADS = (
    "编号", "英文姓名", "中文姓名", "俄文姓名", "国别", "性别",
    "职务（英文）", "职务（中文）", "职务（俄文）", "单位", "礼宾排序", "备注", "备注范围",
)  # fmt: skip
PROJECT_HEADS = ("Номер", "Вид", "Английский", "Китайский", "Русский", "Направление", "Стороны", "Стадия", "Кому")

# Kind; the title in English, Chinese and Russian around its topic.
KINDS = (
    ("проект сотрудничества", "Joint laboratory on {}", "{}联合实验室", "Совместная лаборатория в области {}"),
    ("результат исследований", "Research results on {}", "{}研究成果", "Результаты исследований в области {}"),
    ("программа обучения", "Training programme on {}", "{}人才培训项目", "Программа обучения в области {}"),
)
STAGES = ("idea", "preparation", "prototype", "field trial", "in use")

# Five topics for each field: English, Chinese, and Russian in the genitive.
TOPICS = {
    "energy": (
        ("solar cells for cold regions", "寒冷地区光伏电池", "солнечных элементов для холодных регионов"),
        ("small wind turbines", "小型风力发电机", "малых ветроустановок"),
        ("heat storage", "储热", "накопления тепла"),
        ("hydrogen safety", "氢能安全", "водородной безопасности"),
        ("power grid forecasting", "电网负荷预测", "прогнозирования нагрузки электросетей"),
    ),
    "materials": (
        ("light alloys", "轻质合金", "лёгких сплавов"),
        ("wear-resistant coatings", "耐磨涂层", "износостойких покрытий"),
        ("recycled plastics", "再生塑料", "вторичных пластмасс"),
        ("high-temperature ceramics", "高温陶瓷", "высокотемпературной керамики"),
        ("membranes for water treatment", "水处理膜材料", "мембран для очистки воды"),
    ),
    "agriculture": (
        ("drought-resistant wheat", "抗旱小麦", "засухоустойчивой пшеницы"),
        ("soil monitoring", "土壤监测", "мониторинга почв"),
        ("greenhouse lighting", "温室照明", "освещения теплиц"),
        ("crop protection without chemicals", "无化学农药植保", "защиты растений без химикатов"),
        ("storage of fruit and vegetables", "果蔬贮藏", "хранения плодов и овощей"),
    ),
    "health": (
        ("early diagnosis of heart disease", "心脏病早期诊断", "ранней диагностики болезней сердца"),
        ("telemedicine for remote areas", "偏远地区远程医疗", "телемедицины для отдалённых районов"),
        ("rehabilitation robots", "康复机器人", "реабилитационной робототехники"),
        ("vaccine storage", "疫苗储运", "хранения вакцин"),
        ("medical imaging", "医学影像", "медицинской визуализации"),
    ),
    "water": (
        ("glacier observation", "冰川观测", "наблюдения за ледниками"),
        ("flood warning", "洪水预警", "предупреждения о паводках"),
        ("irrigation control", "灌溉调控", "управления орошением"),
        ("desalination", "海水淡化", "опреснения воды"),
        ("protection of lakes", "湖泊保护", "охраны озёр"),
    ),
    "transport": (
        ("railway diagnostics", "铁路检测", "диагностики железных дорог"),
        ("electric buses", "电动公交车", "электробусов"),
        ("container tracking", "集装箱追踪", "отслеживания контейнеров"),
        ("road surfaces for permafrost", "冻土区路面", "дорожных покрытий для вечной мерзлоты"),
        ("drone delivery", "无人机配送", "доставки беспилотниками"),
    ),
    "computing": (
        ("machine translation", "机器翻译", "машинного перевода"),
        ("computer vision for industry", "工业机器视觉", "промышленного компьютерного зрения"),
        ("protection of personal data", "个人信息保护", "защиты персональных данных"),
        ("supercomputer simulation", "超级计算机仿真", "суперкомпьютерного моделирования"),
        ("digital libraries", "数字图书馆", "цифровых библиотек"),
    ),
    "measurement": (
        ("precision timekeeping", "精密计时", "точного измерения времени"),
        ("gas sensors", "气体传感器", "газовых датчиков"),
        ("satellite geodesy", "卫星大地测量", "спутниковой геодезии"),
        ("non-destructive testing", "无损检测", "неразрушающего контроля"),
        ("laser spectroscopy", "激光光谱", "лазерной спектроскопии"),
    ),
    "ecology": (
        ("air quality monitoring", "空气质量监测", "мониторинга качества воздуха"),
        ("restoration of steppe", "草原修复", "восстановления степей"),
        ("waste sorting", "垃圾分类", "сортировки отходов"),
        ("carbon accounting", "碳核算", "учёта углерода"),
        ("protection of rare plants", "珍稀植物保护", "охраны редких растений"),
    ),
    "education": (
        ("engineering education", "工程教育", "инженерного образования"),
        ("language teaching with computers", "计算机辅助语言教学", "компьютерного обучения языкам"),
        ("school laboratories", "中小学实验室", "школьных лабораторий"),
        ("teacher exchange", "教师交流", "обмена преподавателями"),
        ("open online courses", "在线开放课程", "открытых онлайн-курсов"),
    ),
}


def people_rows() -> list[tuple[str | int, ...]]:
    """Return six people for each delegation, numbered through."""
    rows: list[tuple[str | int, ...]] = []
    for place, (_, country, _) in enumerate(DELEGATIONS):
        for member, post in enumerate(POSTS):
            number = place * len(POSTS) + member + 1
            names = f"Delegate {number:03}", f"代表{number:03}", f"Делегат {number:03}"
            gender = "女" if (number + place) % 2 else "男"
            body = f"university-{'abcdefghijklmnopqrstuvwx'[2 * place + member % 2]}"
            note = (NOTES[number], "内部") if number in NOTES else ("", "")
            rows.append((f"delegate-{number:03}", *names, country, gender, *post, body, number, *note))
    return rows


def project_rows() -> list[tuple[str, ...]]:
    """Return 150 projects: each topic as laboratory, as result and as training, by turns of two delegations."""
    rows: list[tuple[str, ...]] = []
    for field, topics in TOPICS.items():
        for topic in topics:
            for kind, *titles in KINDS:
                number = len(rows)
                first, second = number % len(DELEGATIONS), (number * 5 + 1) % len(DELEGATIONS)
                second = (second + 1) % len(DELEGATIONS) if first == second else second
                parties = "; ".join(f"university-{'abcdefghijklmnopqrstuvwx'[2 * each]}" for each in (first, second))
                seen_by = "; ".join(DELEGATIONS[each][0] for each in (first, second)) if number % 25 == 7 else ""  # noqa: PLR2004
                words = (title.format(part) for title, part in zip(titles, topic, strict=True))
                stage = STAGES[number % len(STAGES)]
                rows.append((f"project-{number + 1:03}", kind, *words, field, parties, stage, seen_by))
    return rows


def write_people(path: Path) -> None:
    """Write the workbook; its dates are fixed, so that the same people make the same file."""
    book = xlsxwriter.Workbook(path)
    book.set_properties({"created": dt.datetime(2027, 1, 1, tzinfo=dt.UTC)})
    sheet = book.add_worksheet("代表名单")
    for line, row in enumerate([PEOPLE_HEADS, *people_rows()]):
        sheet.write_row(line, 0, row)
    sheet.freeze_panes(1, 0)
    book.close()


def write_projects(path: Path) -> None:
    """Write the table as a Russian Excel does: a byte order mark, and semicolons between cells."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows([PROJECT_HEADS, *project_rows()])


if __name__ == "__main__":
    write_people(HERE / "people.xlsx")
    write_projects(HERE / "projects.csv")
    print(f"{HERE}: {len(people_rows())} people, {len(project_rows())} projects")
