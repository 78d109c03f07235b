package city.luotsi.figures.insight;

import city.luotsi.figures.insight.Course.Sums;
import java.util.Optional;
import java.util.stream.Stream;

/** Where else the same could be seen: at the same time of earlier years, or at the same time in the rest of the service. */
sealed interface Elsewhere {

    /**
     * @param pieces of the window there
     * @param window pieces of the window itself, before which the usual lies
     * @return empty if it isn't known
     */
    Optional<Seen> at(int ago, int pieces, int window);

    /** A window, and the pieces before it that say what was usual. */
    record Seen(Sums during, Sums before) {
        private Seen plus(Seen other) {
            return new Seen(during.plus(other.during), before.plus(other.before));
        }
    }

    /** One and two years earlier, of a small slice in the whole service. */
    record EarlierYears(Course like) implements Elsewhere {
        @Override
        public Optional<Seen> at(int ago, int pieces, int window) {
            Optional<Seen> seen = Optional.empty();
            for (int years = 1; years <= 2; years++) {
                int then = ago + years * like.pace().year();
                Optional<Sums> before = like.settledReference(then, window);
                Optional<Seen> year =
                        like.window(then, pieces).flatMap(during -> before.map(usual -> new Seen(during, usual)));
                seen = Stream.concat(seen.stream(), year.stream()).reduce(Seen::plus);
            }
            return seen;
        }
    }

    /** The service without the slice. */
    record Rest(Course course) implements Elsewhere {
        @Override
        public Optional<Seen> at(int ago, int pieces, int window) {
            return course.window(ago, pieces)
                    .flatMap(during -> course.reference(ago, window).map(before -> new Seen(during, before)));
        }
    }
}
