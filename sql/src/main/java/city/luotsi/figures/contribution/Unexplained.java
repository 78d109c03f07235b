package city.luotsi.figures.contribution;

import city.luotsi.figures.query.Refusal;

/** Why a change can't be told by a dimension; said before it is asked. */
public sealed interface Unexplained {

    /** One of the two figures isn't published by it. */
    record Refused(Refusal why) implements Unexplained {}

    /** Different ones are merged, never added: who came by web and by phone is one resident, and no part of the sum is theirs. */
    record Inseparable() implements Unexplained {}
}
