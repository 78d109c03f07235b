package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import java.util.Optional;
import java.util.Set;

/** What the page "Why?" compares a figure with. */
sealed interface Against {

    /** @param period in full */
    record Time(Period period) implements Against {}

    /** At the same time. */
    record Place(Beside beside) implements Against {
        public Place {
            if (!isPlace(beside)) {
                throw new IllegalArgumentException(beside + " is another time, not another place");
            }
        }

        /** Whether it is no other place at all: there is nothing to explain then. */
        boolean isHere(Filters filters) {
            return beside instanceof Beside.Other(String dimension, String member)
                    ? Set.of(member).equals(filters.members().get(dimension)) && !filters.isExcluding(dimension)
                    : filters.isEmpty();
        }
    }

    /** As an address spells it. */
    default String spelled() {
        return switch (this) {
            case Time(Period period) -> Periods.write(period);
            case Place(Beside beside) -> beside.spelled();
        };
    }

    /** From an address; empty if it means nothing here. */
    static Optional<Against> read(Publication publication, String text) {
        return Periods.read(text)
                .<Against>map(Time::new)
                .or(() ->
                        Beside.read(publication, text).filter(Against::isPlace).map(Place::new));
    }

    private static boolean isPlace(Beside beside) {
        return switch (beside) {
            case Beside.City _, Beside.Other _ -> true;
            case Beside.Before _, Beside.YearAgo _ -> false;
        };
    }
}
