"""The commitments of a plan, and the statements of a review, cut as an analyst lists them.

A goal is a clause with its own action and object, with the clauses that prepare it (以…为契机)
and those that complete it (确保…). Every goal points to its place in the source.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from compare.languages.rules import GoalCues, Language
from compare.languages.themes import get_tagger
from compare.model import Goal, GoalKind, Quantity, Role, Section
from compare.outline import Passage
from compare.text import View

_STOPS = "，。；、！？,.;!? "
_ANNOUNCED = ("：", ":")
_GOES_ON = ("；", ";")
_FEW = 0.25  # share of sentences that promise: a text with fewer is no plan
_LONE = 2  # sentences: fewer show nothing of what a paragraph does
_SHORT = 4  # characters: less than that commits to nothing
_KINDS = {Role.PLAN: GoalKind.PLEDGE, Role.REVIEW: GoalKind.OUTCOME}


def find_goals(
    passages: Iterable[Passage], sections: Sequence[Section], language: Language
) -> tuple[Goal, ...]:
    """Find what the plan's passages commit to and what the review's passages report.

    A text that is no plan at all, such as an essay, is compared statement by statement.
    """
    cues = language.goals
    goals: list[Goal] = []
    passages = tuple(passages)
    promises = _is_plan(passages, sections, language)
    for passage in passages:
        kind = _KINDS.get(passage.role)
        if kind is None or (kind is GoalKind.OUTCOME and cues.is_aside(passage.view.text)):
            continue
        listed = False  # inside a list of targets: each clause is one, verb or no verb
        sentences = tuple(_cut(_strip_number(passage.view, language), cues.sentence))
        pledged = promises and kind is GoalKind.PLEDGE
        talk = _find_talk(sentences, language) if pledged else frozenset()
        for k, sentence in enumerate(sentences):
            intro = cues.intro.match(sentence.text)
            listed = listed or bool(intro and intro[0].endswith(_ANNOUNCED))
            if k not in talk:
                goals += _read_sentence(sentence, kind, listed, language)
            listed = listed and sentence.text.endswith(_GOES_ON)
    return get_tagger(language.code).tag(_place(goals, sections, language))


def _find_talk(sentences: Sequence[View], language: Language) -> frozenset[int]:
    """Find the sentences of a plan that promise nothing.

    Where most do nothing but describe how things stand, one that does not act is no promise.
    """
    cues = language.goals
    talk = {k for k, sentence in enumerate(sentences) if cues.is_talk(sentence.text)}
    if len(talk) * 2 >= len(sentences) > _LONE:
        talk |= {k for k, sentence in enumerate(sentences) if not _acts(sentence, language)}
    return frozenset(talk)


def _acts(sentence: View, language: Language) -> bool:
    clauses = [match[0] for match in language.goals.clause.finditer(sentence.text)]
    return any(map(language.goals.starts_goal, clauses)) or bool(
        language.find_quantities(sentence.text)
    )


def _is_plan(passages: Iterable[Passage], sections: Sequence[Section], language: Language) -> bool:
    """Tell whether a heading speaks of plans, or more than a few sentences promise anything."""
    cues = language.goals
    heads = [f"{section.number} {section.title}" for top in sections for section in top.walk()]
    if any(language.outline.plan.search(head) for head in heads):
        return True
    sentences = [part.text for p in passages for part in _cut(p.view, cues.sentence)]
    return sum(not cues.is_talk(text) for text in sentences) >= _FEW * len(sentences)


def _strip_number(view: View, language: Language) -> View:
    """Leave off the number of an item that is no heading (3. 建设养老服务中心30家)."""
    matches = (style.pattern.match(view.text) for style in language.outline.numberings)
    number = next((match for match in matches if match), None)
    return view.cut(number.end()) if number else view


def _cut(view: View, pattern: re.Pattern[str]) -> Iterator[View]:
    for match in pattern.finditer(view.text):
        part = view.cut(*match.span())
        if part.text:
            yield part


def _read_sentence(
    sentence: View, kind: GoalKind, listed: bool, language: Language
) -> Iterator[Goal]:
    """Cut one sentence into goals, and give each the figures that stand in it."""
    quantities = language.find_quantities(sentence.text)
    facts = {
        quantity
        for quantity in quantities
        if kind is GoalKind.PLEDGE and language.goals.is_fact(sentence.text, quantity)
    }
    for start, end in _cut_goals(sentence, quantities, listed, language):
        bare = len(sentence.text[start:end].rstrip(_STOPS))
        tie = language.goals.intro.match(sentence.text, start)  # …, and
        start, bare = (tie.end(), bare - len(tie[0])) if tie else (start, bare)
        part = sentence.cut(start, start + bare)
        if len(part.text) < _SHORT:
            continue
        yield Goal(
            kind=kind,
            year=None,  # that of its section, below
            span=part.span(),
            sentence=sentence.span(),
            wording=part.text,
            quantities=tuple(
                _locate(quantity, sentence, start, start + bare)
                for quantity in quantities
                if start <= quantity.figure.start < end and quantity not in facts
            ),
        )


def _cut_goals(
    sentence: View, quantities: Sequence[Quantity], listed: bool, language: Language
) -> list[tuple[int, int]]:
    """Group the clauses of a sentence into goals, as (start, end) in its text."""
    cues = language.goals
    intro = cues.intro.match(sentence.text)
    clauses = [
        match
        for match in cues.clause.finditer(sentence.text, intro.end() if intro else 0)
        if match[0]
    ]
    own = [_is_own(clause, quantities, cues, listed) for clause in clauses]
    goals: list[tuple[int, int]] = []
    open_ended = False  # the goal so far only prepares what comes
    for k, clause in enumerate(clauses):
        start, end = clause.span()
        prepares = cues.leads_in(clause[0]) and not cues.hangs_on(clause[0])
        if not goals and not own[k] and clauses[1:]:
            prepares |= cues.sets_scene(clause[0], clauses[1][0])
        if not goals or (not open_ended and (own[k] or (prepares and any(own[k + 1 : k + 2])))):
            goals.append((start, end))
            open_ended = prepares
        else:
            goals[-1] = (goals[-1][0], end)
            open_ended = open_ended and not own[k]
    return goals


def _is_own(
    clause: re.Match[str], quantities: Sequence[Quantity], cues: GoalCues, listed: bool
) -> bool:
    """Tell whether a clause can stand as a goal: with an action, or a figure, of its own."""
    if cues.hangs_on(clause[0]):
        return False
    measured = any(clause.start() <= q.figure.start < clause.end() for q in quantities)
    return listed or measured or cues.starts_goal(clause[0])


def _locate(quantity: Quantity, sentence: View, start: int, end: int) -> Quantity:
    """Move a quantity's places from the sentence to the source, within its goal."""
    condition = quantity.condition
    return replace(
        quantity,
        span=sentence.span(max(quantity.span.start, start), min(quantity.span.end, end)),
        figure=sentence.span(quantity.figure.start, quantity.figure.end),
        condition=condition and _locate(condition, sentence, start, end),
    )


def _place(
    goals: Iterable[Goal], sections: Sequence[Section], language: Language
) -> Iterator[Goal]:
    """Give each goal the path of headings that leads to it, and the time they speak of."""
    for goal in goals:
        path: list[str] = []
        level: Sequence[Section] = sections
        year = None
        while inside := next((s for s in level if goal.span.start in s.span), None):
            path.append(inside.title)
            level, year = inside.children, inside.year
        goal = replace(goal, section=tuple(path), year=year)
        yield _set_horizon(goal, language) if year is None else goal


def _set_horizon(goal: Goal, language: Language) -> Goal:
    """Date the figures that a heading promises for a span of years (“十三五”时期主要目标)."""
    spans = language.outline.period
    found = map(language.outline.other.search, goal.section)
    period = next((match[0].strip("“”") for match in found if match and spans.search(match[0])), "")
    if goal.kind is not GoalKind.PLEDGE or not period:
        return goal
    dated = (q if q.horizon else replace(q, horizon=period) for q in goal.quantities)
    return replace(goal, quantities=tuple(dated))
