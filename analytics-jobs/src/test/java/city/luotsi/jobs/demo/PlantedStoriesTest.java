package city.luotsi.jobs.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each story is in the data, where and when its file says, whatever the seed; and what it doesn't touch stays as it was. */
class PlantedStoriesTest {
    private static final long EVENTS = 150_000;
    private static final Map<Long, MadeEvents> MADE = new HashMap<>();

    @TempDir
    static Path data;

    @AfterAll
    static void close() throws SQLException {
        for (MadeEvents made : MADE.values()) {
            made.close();
        }
    }

    private static MadeEvents made(long seed) throws SQLException {
        if (!MADE.containsKey(seed)) {
            MADE.put(seed, MadeEvents.of("helsinki-demo", MadeEvents.settings(EVENTS, seed), data, 2));
        }
        return MADE.get(seed);
    }

    @Test
    void otherSeedsTellThemElsewhere() throws SQLException {
        for (PlantedStory story : made(1).recipe().stories()) {
            PlantedStory other = made(2).story(story.id());
            assertTrue(!other.slice().equals(story.slice()), story + " and " + other);
        }
        assertEquals(6, made(1).recipe().stories().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void waitingDoublesThereAndNowhereElse(long seed) throws SQLException {
        MadeEvents made = made(seed);
        PlantedStory story = made.story("waiting_doubles");

        // who still waits counts as waiting longer than any: most of those asked three weeks ago have ended
        String waits = """
                select median(coalesce(days, 1000)) from event
                where service_code = '%s' and district_code %s '%s' and channel <> 'proactive'
                    and status in ('completed', 'open') and requested_day >= '%s' and requested_day < '%s'
                """;
        double there = factor(made, waits, "=", story);
        double elsewhere = factor(made, waits, "<>", story);
        assertEquals(2, there, 0.55, story.toString());
        assertEquals(1, elsewhere, 0.12, story.toString());
        // as many ask as before
        double perDay = made.number(requests(story, story.from(), story.to()));
        double yearBefore = made.number(
                requests(story, story.from().minusDays(364), story.to().minusDays(364)));
        assertEquals(1, perDay / yearBefore, 0.35, story.toString());
    }

    private static double factor(MadeEvents made, String waits, String where, PlantedStory story) throws SQLException {
        String service = story.slice().get("service");
        String district = story.slice().get("district");
        double before = made.number(
                waits.formatted(service, where, district, story.from().minusDays(400), story.from()));
        double after = made.number(waits.formatted(
                service, where, district, story.from(), story.to().minusDays(20)));
        return after / before;
    }

    private static String requests(PlantedStory story, LocalDate from, LocalDate to) {
        return """
                select count(*) from event where service_code = '%s' and district_code = '%s'
                    and requested_day between '%s' and '%s'
                """.formatted(story.slice().get("service"), story.slice().get("district"), from, to);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aBrokenFormSendsPeopleToThePhone(long seed) throws SQLException {
        MadeEvents made = made(seed);
        PlantedStory story = made.story("form_breaks");

        String shares = """
                select
                    avg(cast(channel = 'web' as int)),
                    avg(cast(channel = 'phone' as int)),
                    avg(cast(status = 'abandoned' as int))
                from event where service_code = '%s' and requested_day between '%s' and '%s'
                """;
        String service = story.slice().get("service");
        List<Double> before = made.numbers(shares.formatted(
                service, story.from().minusDays(200), story.from().minusDays(1)));
        List<Double> during = made.numbers(shares.formatted(service, story.shownFrom(), story.to()));
        List<Double> after = made.numbers(
                shares.formatted(service, story.to().plusDays(1), story.to().plusDays(60)));

        assertTrue(during.get(0) < 0.4 * before.get(0), before + " then " + during);
        assertTrue(during.get(1) > 1.8 * before.get(1), before + " then " + during);
        assertTrue(during.get(2) > before.get(2) + 0.03, before + " then " + during);
        assertTrue(after.get(0) > 0.8 * before.get(0), before + " then at last " + after);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aLetterReplacesTheApplication(long seed) throws SQLException {
        MadeEvents made = made(seed);
        PlantedStory story = made.story("letter_replaces_applications");

        String share = """
                select avg(cast(channel = 'proactive' as int)) from event
                where service_code = '%s' and requested_day between '%s' and '%s'
                """;
        String service = story.slice().get("service");

        assertTrue(made.number(share.formatted(
                        service, story.from().minusDays(365), story.from().minusDays(1)))
                < 0.2);
        assertTrue(made.number(share.formatted(service, story.shownFrom(), story.to())) > 0.6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSilentFeedSaysNothingOfItsLastDays(long seed) throws SQLException {
        MadeEvents made = made(seed);
        PlantedStory story = made.story("feed_falls_silent");
        String feed = story.slice().get("feed");

        assertEquals(MadeEvents.UNTIL.minusDays(2), story.from());
        assertEquals(0, made.number("""
                select count(*) from event
                where feed = '%s' and greatest(requested_at, responded_at, ended_at) >= timestamptz '%s 00:00:00'
                """.formatted(feed, story.from())));
        // never before was it silent for so long
        double longest = made.number("""
                select max(next - day - 1) from (
                    select day, lead(day) over (order by day) as next
                    from (select distinct requested_day as day from event where feed = '%s'))
                """.formatted(feed));
        assertTrue(longest < 3, "longest silence of " + feed + " before: " + longest);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void moreDecisionsComeInTime(long seed) throws SQLException {
        MadeEvents made = made(seed);
        PlantedStory story = made.story("decisions_in_time");

        String kept = """
                select avg(cast(coalesce(ended_at <= due_at, false) as int)) from event
                where service_code = '%s' and requested_day between '%s' and '%s' and due_at < timestamptz '%s 00:00:00'
                """;
        String service = story.slice().get("service");
        double before = made.number(kept.formatted(
                service, story.from().minusDays(365), story.from().minusDays(1), MadeEvents.UNTIL));
        double after = made.number(kept.formatted(service, story.from(), story.to(), MadeEvents.UNTIL));

        assertTrue(1 - after < 0.6 * (1 - before), "kept: %s, then %s".formatted(before, after));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aStormBringsThreeTimesTheRequests(long seed) throws SQLException {
        MadeEvents made = made(seed);
        PlantedStory story = made.story("requests_surge");

        String requests = """
                select count(*) from event where service_code = '%s' and requested_day between '%s' and '%s'
                """;
        String service = story.slice().get("service");
        double during = made.number(requests.formatted(service, story.from(), story.to()));
        double before = made.number(requests.formatted(
                        service, story.from().minusDays(56), story.from().minusDays(1)))
                / 4;

        assertEquals(3, during / before, 0.9, story.toString());
    }

    @Test
    void withoutStoriesNothingHappensThere() throws SQLException {
        DemoSettings none = new DemoSettings(EVENTS, 1, MadeEvents.UNTIL, 3, DemoSettings.Telling.NONE);
        PlantedStory form = made(1).story("form_breaks");
        PlantedStory silence = made(1).story("feed_falls_silent");
        try (MadeEvents quiet = MadeEvents.of("helsinki-demo", none, data, 2)) {
            assertEquals(List.of(), quiet.recipe().stories());
            assertTrue(quiet.number("""
                    select avg(cast(channel = 'web' as int)) from event
                    where service_code = '%s' and requested_day between '%s' and '%s'
                    """.formatted(form.slice().get("service"), form.from(), form.to())) > 0.4);
            assertTrue(quiet.number("""
                    select count(*) from event where feed = '%s' and requested_day >= '%s'
                    """.formatted(silence.slice().get("feed"), silence.from())) > 10);
        }
    }
}
