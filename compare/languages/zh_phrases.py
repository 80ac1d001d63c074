"""Which Chinese words may stand in an expression: 供给侧结构性改革, 精准扶贫, “互联网+”."""

import re

from compare.languages.rules import Part

# In quotation marks or title marks a short name is one word: “放管服”.
_QUOTED = re.compile(r"[“‘《]([^“”‘’《》，。；：、\s]{2,10})[”’》]")
# Part-of-speech tags as jieba gives them. Words of meaning; all else ends an expression.
_NAMING = ("n", "vn", "an", "nz", "nt", "ns", "nr", "nrt", "nrfg", "j", "l", "i", "s")
_FITTING = ("v", "a", "ad", "b", "vd", "z", "vi", "vq")
_ATTRIBUTES = frozenset("新大小高低老绿双多")  # single characters that may begin one: 新业态
_IDLE = frozenset(
    "为主 为重 方面 时候 情况 同志 代表 各位 同时 一些 工作 问题 进一步 一步 之一 有效 切实"
    " 着力 不断 加快 推进 加强 促进 推动 坚持 实施 完善 提高 支持 做好 开展 继续 深入 大力 积极"
    " 扎实 落实 建立 鼓励 扩大 实现 确保 保持 加大 增强 抓好 抓紧 提升 努力 强化 引导 进行 达到"
    " 完成 明显".split()
)
_BREAKING = frozenset("作为 要 拟 将 应 使 让 把 能 会 可 并 等".split())
_ORDINAL = re.compile(r"[第一二三四五六七八九十两]+[是要]?$")


def mark_words(text: str) -> list[tuple[str, Part]]:
    """Cut a text into words and say what part each may have in an expression.

    >>> [(word, part.value) for word, part in mark_words("破解“放管服”改革")]
    [('破解', 'word'), ('放管服', 'quote'), ('改革', 'name')]
    """
    marked: list[tuple[str, Part]] = []
    at = 0
    for quoted in _QUOTED.finditer(text):
        marked += _tag(text[at : quoted.start()])
        marked.append((quoted[1], Part.QUOTE))
        at = quoted.end()
    return marked + _tag(text[at:])


def _tag(text: str) -> list[tuple[str, Part]]:
    import rjieba

    return [(word, _find_part(word, tag)) for word, tag in rjieba.tag(text)]


def _find_part(word: str, tag: str) -> Part:
    if word in _BREAKING or _ORDINAL.match(word) or re.search(r"[\W\d_]", word):
        return Part.NONE
    if word in _IDLE:
        return Part.INNER
    if tag in _NAMING:
        return Part.NAME if len(word) > 1 else Part.ENDING
    if tag in _FITTING or tag in ("eng", "f"):
        return Part.WORD if len(word) > 1 or word in _ATTRIBUTES else Part.INNER
    return Part.NONE
