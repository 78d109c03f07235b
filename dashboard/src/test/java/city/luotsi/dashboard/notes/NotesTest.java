package city.luotsi.dashboard.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import city.luotsi.dashboard.database.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a real file and on a real server. */
class NotesTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T07:30:00Z");
    private static final Clock CLOCK = Clock.fixed(MONDAY.plusMillis(123), ZoneOffset.UTC);
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);
    private static final Map<About.Kind, String> BOOKING =
            Map.of(About.Kind.KPI, "digital_take_up", About.Kind.SERVICE, "dental_care");

    private static EmbeddedPostgres server;

    @TempDir
    private static Path folder;

    /** Where notes can be kept. */
    enum Kept {
        IN_A_FILE,
        ON_A_SERVER;

        Database opened() {
            String url = this == IN_A_FILE ? "" : server.getJdbcUrl("postgres", "postgres");
            return new Database(folder.resolve("data"), url, "", "");
        }
    }

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void what_was_written_is_there_after_a_restart(Kept kept) {
        Database before = kept.opened();
        Note written = new Notes(before, CLOCK)
                .write("restarted", WEDNESDAY, " New booking system\nfor “all” – 100 % ", BOOKING, " Maija Ääri ");
        before.close();
        Database after = kept.opened();
        assertThat(new Notes(after, CLOCK).of("restarted")).containsExactly(written);
        assertThat(written.text()).isEqualTo("New booking system\nfor “all” – 100 %");
        assertThat(written.written()).isEqualTo(new Note.Signature("Maija Ääri", MONDAY));
        assertThat(written.about()).isEqualTo(BOOKING);
        after.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_withdrawn_note_stays_with_who_withdrew_it_first_and_when(Kept kept) {
        Database database = kept.opened();
        Notes notes = new Notes(database, CLOCK);
        Note note = notes.write("withdrawn", WEDNESDAY, "Wrong week", BOOKING, "Maija");
        notes.withdraw(note, "Kari");
        notes.withdraw(note, "Somebody later");
        assertThat(notes.of("withdrawn")).singleElement().satisfies(kept1 -> {
            assertThat(kept1.text()).isEqualTo("Wrong week");
            assertThat(kept1.withdrawn()).contains(new Note.Signature("Kari", MONDAY));
        });
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void notes_are_found_by_what_they_are_about_in_their_own_city_the_latest_day_first(Kept kept) {
        Database database = kept.opened();
        Notes notes = new Notes(database, CLOCK);
        About signal = new About(About.Kind.SIGNAL, "open_cases/service=dental_care/up");
        Map<About.Kind, String> answer = Map.of(signal.kind(), signal.id());
        Note first = notes.write("found", WEDNESDAY, "Two posts vacant", answer, "Maija");
        notes.write("found", WEDNESDAY, "Something else", BOOKING, "Maija");
        Note later = notes.write("found", WEDNESDAY.plusDays(1), "Cover from 30 November", answer, "Maija");
        notes.write("elsewhere", WEDNESDAY, "Another city", answer, "Maija");
        assertThat(notes.about("found", signal)).containsExactly(later, first);
        assertThat(notes.of("found")).hasSize(3);
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void whoever_writes_at_the_same_moment_loses_nothing(Kept kept) throws Exception {
        Database database = kept.opened();
        Notes notes = new Notes(database, CLOCK);
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            List<Callable<Note>> all = IntStream.range(0, 40)
                    .<Callable<Note>>mapToObj(
                            number -> () -> notes.write("busy", WEDNESDAY, "Note " + number, BOOKING, "Maija"))
                    .toList();
            for (Future<Note> written : writers.invokeAll(all)) {
                assertThat(written.get().text()).startsWith("Note ");
            }
        }
        assertThat(notes.of("busy")).hasSize(40);
        database.close();
    }

    @Test
    void a_file_survives_a_power_cut() {
        Database database = Kept.IN_A_FILE.opened();
        List<String> pragmas = database.inTransaction(client -> List.of(
                client.sql("pragma journal_mode").query(String.class).single(),
                client.sql("pragma synchronous").query(String.class).single(),
                client.sql("pragma foreign_keys").query(String.class).single()));
        assertThat(pragmas).containsExactly("wal", "2", "1");
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_page_reads_the_notes_once_and_again_after_one_was_written(Kept kept) throws Exception {
        Database database = kept.opened();
        Notes notes = new Notes(database, CLOCK);
        Board page = new Board(notes, "paged");
        assertThat(page.all()).isEmpty();
        new Notes(database, CLOCK).write("paged", WEDNESDAY, "Written by another dashboard", BOOKING, "Kari");
        assertThat(page.all()).isEmpty();
        assertThat(page.standing(everything())).isEmpty();

        Note own = notes.write("paged", WEDNESDAY, "Written here", BOOKING, "Maija");
        assertThat(page.all()).hasSize(2).contains(own);
        notes.withdraw(own, "Maija");
        assertThat(page.standing(everything())).extracting(Note::text).containsExactly("Written by another dashboard");
        assertThat(page.all()).hasSize(2);
        database.close();
    }

    @Test
    void a_page_whose_notes_can_not_be_read_tries_again_when_asked_again() {
        Database nowhere = new Database(folder, "jdbc:postgresql://127.0.0.1:1/luotsi?connectTimeout=1", "", "");
        Board page = new Board(new Notes(nowhere, CLOCK), "any");
        Throwable first = catchThrowable(page::all);
        assertThat(first).isInstanceOf(ExecutionException.class);
        assertThat(catchThrowable(page::all).getCause()).isNotSameAs(first.getCause());
    }

    @Test
    void figures_do_without_notes_where_the_database_can_not_be_opened() {
        Database nowhere = new Database(folder, "jdbc:postgresql://127.0.0.1:1/luotsi?connectTimeout=1", "", "");
        assertThat(new Notes(nowhere, CLOCK).standing("any", everything())).isEmpty();
    }

    @Test
    void a_note_without_words_without_a_name_or_about_nothing_is_refused() {
        Database database = Kept.IN_A_FILE.opened();
        Notes notes = new Notes(database, CLOCK);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notes.write("refused", WEDNESDAY, " ", BOOKING, "Maija"))
                .withMessage("a note has 1 to 2000 characters, this one has 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notes.write("refused", WEDNESDAY, "Words", BOOKING, " "))
                .withMessage("a name has 1 to 100 characters, this one has 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notes.write("refused", WEDNESDAY, "Words", Map.of(), "Maija"))
                .withMessage("a note must be about something");
        assertThat(notes.of("refused")).isEmpty();
        database.close();
    }

    private static Concern everything() {
        return new Concern(java.util.Set.of(), java.util.Set.of(), java.util.Set.of(), java.util.Set.of(), Map.of());
    }

    /** Of the notes below, which concern what. */
    private static Note about(Map<About.Kind, String> things) {
        return new Note("1", "any", WEDNESDAY, "Words", things, new Note.Signature("Maija", MONDAY), Optional.empty());
    }

    @Test
    void a_note_concerns_the_whole_it_is_part_of_and_the_parts_of_what_it_is_about() {
        Map<String, String> departments = Map.of("dental_care", "health", "day_care", "education");
        Note service = about(BOOKING);
        Note department = about(Map.of(About.Kind.DEPARTMENT, "health"));
        Note answer = about(Map.of(About.Kind.SIGNAL, "s1"));
        Concern city = concern("digital_take_up", Map.of(), departments);
        Concern health = concern("digital_take_up", Map.of("department", "health"), departments);
        Concern education = concern("digital_take_up", Map.of("department", "education"), departments);
        Concern dayCare = concern("digital_take_up", Map.of("service", "day_care"), departments);
        Concern dental = concern("digital_take_up", Map.of("service", "dental_care"), departments);
        Concern other = concern("requests", Map.of(), departments);
        assertThat(List.of(city, health, dental)).allMatch(concern -> concern.covers(service));
        assertThat(List.of(education, dayCare, other)).noneMatch(concern -> concern.covers(service));
        assertThat(List.of(city, health, dental, other)).allMatch(concern -> concern.covers(department));
        assertThat(List.of(education, dayCare)).noneMatch(concern -> concern.covers(department));
        assertThat(List.of(city, health, other)).noneMatch(concern -> concern.covers(answer));
    }

    private static Concern concern(String kpi, Map<String, String> filters, Map<String, String> departments) {
        return new Concern(
                java.util.Set.of(kpi),
                Optional.ofNullable(filters.get("department")).stream().collect(java.util.stream.Collectors.toSet()),
                Optional.ofNullable(filters.get("service")).stream().collect(java.util.stream.Collectors.toSet()),
                java.util.Set.of(),
                departments);
    }
}
