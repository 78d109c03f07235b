package city.luotsi.dashboard.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Step;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final Period OCTOBER = Period.month(2026, 10);
    private static final KpiQuery QUERY = KpiQuery.of("requests", OCTOBER);

    private final Answers answers = new Answers();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void the_same_question_is_asked_once_however_its_filters_are_ordered() throws SQLException {
        KpiQuery one = where("channel", "web", "district", "101");
        KpiQuery other = where("district", "101", "channel", "web");
        KpiSeries first = answers.to(one, () -> asking(one));
        assertSame(first, answers.to(other, () -> asking(other)));
        assertEquals(1, asked.get());
    }

    @Test
    void another_piece_of_time_is_another_question() throws SQLException {
        answers.to(QUERY, () -> asking(QUERY));
        KpiQuery byWeek = QUERY.step(Step.WEEK);
        assertEquals(Step.WEEK, answers.to(byWeek, () -> asking(byWeek)).query().step());
        assertEquals(2, asked.get());
    }

    @Test
    void who_asks_while_another_is_asking_waits_for_that_answer() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch allowed = new CountDownLatch(1);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<KpiSeries> first = readers.submit(() -> answers.to(QUERY, () -> {
                begun.countDown();
                awaited(allowed);
                return asking(QUERY);
            }));
            awaited(begun);
            Future<KpiSeries> second = readers.submit(() -> answers.to(QUERY, () -> asking(QUERY)));
            allowed.countDown();
            assertSame(first.get(), second.get());
        }
        assertEquals(1, asked.get());
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_failed_is_asked_again() throws SQLException {
        assertThrows(
                SQLException.class,
                () -> answers.to(QUERY, () -> {
                    throw new SQLException("the disk is gone");
                }));
        assertEquals(QUERY, answers.to(QUERY, () -> asking(QUERY)).query());
    }

    private KpiSeries asking(KpiQuery query) throws SQLException {
        asked.incrementAndGet();
        return SnapshotFixture.helsinkiDemo().answer(query);
    }

    private static KpiQuery where(String one, String member, String other, String otherMember) {
        Map<String, Set<String>> filters = new LinkedHashMap<>();
        filters.put(one, Set.of(member));
        filters.put(other, Set.of(otherMember));
        return new KpiQuery("requests", OCTOBER, Step.WHOLE, java.util.Optional.empty(), filters);
    }
}
