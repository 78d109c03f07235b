package city.luotsi.jobs.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void allOfTwoDaysAreKeptThenTheLastOfEachDayThenTheLastOfEachMonth() {
        List<Publications.Entry> entries = entries(
                "2026-06-03T08:00:00Z", // 1: not the last of June
                "2026-06-30T08:00:00Z", // 2: the last of June
                "2026-09-01T08:00:00Z", // 3: 84 days ago, not the last of its day
                "2026-09-01T20:00:00Z", // 4: the last of its day
                "2026-09-30T08:00:00Z", // 5
                "2026-11-22T11:00:00Z", // 6: 49 hours ago, not the last of its day
                "2026-11-22T13:00:00Z", // 7: 47 hours ago
                "2026-11-24T11:00:00Z", // 8
                "2026-11-24T11:30:00Z"); // 9

        assertEquals(Set.of(2L, 4L, 5L, 7L, 8L, 9L), Retention.kept(entries, Set.of(), NOW));
    }

    @Test
    void whatIsPinnedIsKeptAndTheCurrentOneHoweverOld() {
        List<Publications.Entry> entries =
                entries("2020-01-02T08:00:00Z", "2020-01-03T08:00:00Z", "2020-01-04T08:00:00Z");

        assertEquals(Set.of(1L, 3L), Retention.kept(entries, Set.of(1L), NOW));
    }

    private static List<Publications.Entry> entries(String... times) {
        List<Publications.Entry> entries = new ArrayList<>();
        for (String time : times) {
            long number = entries.size() + 1L;
            entries.add(new Publications.Entry(
                    number, number + ".duckdb", "", 1, Instant.parse(time), LocalDate.EPOCH, 0, 0, ""));
        }
        return entries;
    }
}
