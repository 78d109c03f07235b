package city.luotsi.jobs.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.luotsi.figures.query.Feed;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LakeSurveyTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private final Map<SurveyCounts.Day, SurveyCounts.Requests> requests = new HashMap<>();
    private final Map<SurveyCounts.Day, Long> stamps = new HashMap<>();

    @Test
    void theDayOfTheNewestStampMayStillBeUnderWay() {
        daily("library", 31);

        assertEquals(LocalDate.of(2026, 3, 30), survey().data().to());
    }

    @Test
    void aFeedThatFallsSilentHoldsTheCityAtItsLastDay() {
        daily("library", 31);
        daily("patients", 28);

        assertEquals(LocalDate.of(2026, 3, 27), survey().data().to());
        assertEquals(
                Map.of("library", LocalDate.of(2026, 3, 30), "patients", LocalDate.of(2026, 3, 27)), completeThrough());
    }

    @Test
    void aFeedThatIsQuietAsOftenBeforeIsAsFarAsTheOthers() {
        daily("library", 31);
        for (int day = 1; day <= 26; day += 5) {
            add("initiatives", LocalDate.of(2026, 3, day));
        }

        assertEquals(LocalDate.of(2026, 3, 30), survey().data().to());
        assertEquals(LocalDate.of(2026, 3, 30), completeThrough().get("initiatives"));
    }

    @Test
    void aFeedThatEndedHoldsNothingBack() {
        daily("library", 80);
        daily("old register", 31);

        assertEquals(FIRST.plusDays(78), survey().data().to());
        assertEquals(LocalDate.of(2026, 3, 30), completeThrough().get("old register"));
    }

    private void daily(String feed, int days) {
        for (int day = 0; day < days; day++) {
            add(feed, FIRST.plusDays(day));
        }
    }

    private void add(String feed, LocalDate day) {
        requests.put(new SurveyCounts.Day(feed, "events", day), new SurveyCounts.Requests(1, 0, 0));
        stamps.put(new SurveyCounts.Day(feed, "events", day), 1L);
    }

    private LakeSurvey survey() {
        return LakeSurvey.of(new SurveyCounts(requests, stamps, Map.of()), List.of());
    }

    private Map<String, LocalDate> completeThrough() {
        return survey().feeds().stream().collect(Collectors.toMap(Feed::feed, Feed::completeThrough));
    }
}
