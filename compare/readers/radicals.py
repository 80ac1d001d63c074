"""Radicals that a PDF gives where it means characters: ⼀ (U+2F00) for 一 (U+4E00).

The table is Unicode's Equivalent_Unified_Ideograph. Normalisation (NFKC) would not do: it knows
few of the supplement's radicals, and makes 14% of ①４％.
"""

_SUPPLEMENT = (  # from U+2E80
    "⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛"
    "犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑"
    "钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
_KANGXI = (  # from U+2F00
    "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀"
    "寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋"
    "比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸"
    "缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛"
    "辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻"
    "黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠"
)
_TABLE = {0x2E80 + i: c for i, c in enumerate(_SUPPLEMENT)}
_TABLE |= {0x2F00 + i: c for i, c in enumerate(_KANGXI)}


def unify_radicals(text: str) -> str:
    """Put the character in the place of its radical.

    >>> unify_radicals("⼀、⺠⽣⼯作")
    '一、民生工作'
    """
    return text.translate(_TABLE)
