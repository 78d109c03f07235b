package city.luotsi.figures.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.luotsi.figures.query.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of a signal by the next publication. */
class LivesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final Slice LIBRARY = Slice.ofService(Optional.empty(), "library");

    @Test
    void what_is_still_so_goes_on_under_its_name_and_what_is_not_is_over() {
        Signal city = signal("requests", Slice.CITY, MONDAY);
        Signal library = signal("requests", LIBRARY, MONDAY);
        Signal again = signal("requests", LIBRARY, TUESDAY);
        List<Signal> lives = Lives.continued(List.of(again), List.of(city, library), Set.of(), TUESDAY);
        assertEquals(List.of(library.id(), city.id()), ids(lives));
        assertEquals(SignalState.CONTINUING, lives.getFirst().state());
        assertEquals(SignalState.OVER, lives.getLast().state());
    }

    @Test
    void what_is_hidden_now_is_neither_over_nor_new_again_when_it_is_told() {
        Signal city = signal("requests", Slice.CITY, MONDAY);
        Signal below = signal("completed_transactions", Slice.CITY, MONDAY).below(city.id());
        List<Signal> hidden = Lives.continued(
                List.of(), List.of(city, below), Set.of(Lives.Place.of(city), Lives.Place.of(below)), TUESDAY);
        assertEquals(List.of(SignalState.CONTINUING, SignalState.CONTINUING), states(hidden));
        assertEquals(city.id(), hidden.getLast().lead());
        Signal again = signal("requests", Slice.CITY, TUESDAY.plusDays(1));
        List<Signal> told = Lives.continued(List.of(again), hidden, Set.of(), TUESDAY.plusDays(1));
        assertEquals(List.of(SignalState.CONTINUING, SignalState.OVER), states(told));
        assertEquals(city.id(), told.getFirst().id());
    }

    @Test
    void what_stays_hidden_is_told_for_four_weeks() {
        Signal city = signal("requests", Slice.CITY, MONDAY);
        Set<Lives.Place> unknown = Set.of(Lives.Place.of(city));
        assertEquals(List.of(city.id()), ids(Lives.continued(List.of(), List.of(city), unknown, MONDAY.plusDays(28))));
        assertEquals(List.of(), Lives.continued(List.of(), List.of(city), unknown, MONDAY.plusDays(29)));
    }

    private static List<String> ids(List<Signal> signals) {
        return signals.stream().map(Signal::id).toList();
    }

    private static List<SignalState> states(List<Signal> signals) {
        return signals.stream().map(Signal::state).toList();
    }

    private static Signal signal(String kpi, Slice slice, LocalDate through) {
        String id = "%s.%s.%s".formatted(kpi, slice.service().orElse("city"), through);
        return new Signal(
                id,
                kpi,
                slice,
                Against.PATTERN,
                Step.WEEK,
                true,
                SignalState.NEW,
                through.minusDays(6),
                through,
                200,
                100,
                100,
                100,
                6,
                1,
                1,
                100,
                Instant.EPOCH,
                id);
    }
}
