"""How readable the texts are: ``python -m tests.words.readability`` tells; nothing asserts it.

Flesch-Douma (W. H. Douma, 1960): 206.84 - 0.77 x syllables in a hundred words - 0.93 x words in a
sentence. 80 and more is easy, 65 is a newspaper. Below it the sentences that are hardest.
"""

import re

from tests.words.gather import texts
from tests.words.rules import sentences, words

LEAST_WORDS, TOLD = 6, 12
_VOWELS = re.compile(r"[aeiouyàáâäèéêëïíóöúü]+")


def syllables(found: list[str]) -> int:
    """Groups of vowels: near enough for a figure."""
    return sum(max(1, len(_VOWELS.findall(word))) for word in found)


def flesch_douma(found: list[str], number: int = 1) -> float:
    """The figure for so many words in so many sentences."""
    return 206.84 - 77 * syllables(found) / len(found) - 0.93 * len(found) / number


def main() -> None:
    """Tell the figure of all texts, and which are hardest."""
    each = [
        (text, sentence, found)
        for text in texts()
        for sentence in sentences(text.words)
        if len(found := words(sentence)) >= LEAST_WORDS
    ]
    every_word = [word for _, _, found in each for word in found]
    print(f"{flesch_douma(every_word, len(each)):.0f}, {len(each)} sentences, ", end="")
    print(f"{len(every_word) / len(each):.1f} words each")
    for text, sentence, found in sorted(each, key=lambda one: flesch_douma(one[2]))[:TOLD]:
        print(f"{flesch_douma(found):4.0f} {text.file}:{text.line} {sentence.strip()}")


if __name__ == "__main__":
    main()
