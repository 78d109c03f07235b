package city.luotsi.dashboard.notes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes as rows, in one SQL for SQLite and PostgreSQL. */
final class NoteRows {
    private NoteRows() {}

    static List<Note> read(JdbcClient client, String city) {
        Map<String, Map<About.Kind, String>> about = new HashMap<>();
        client.sql("""
                        select a.note, a.kind, a.id
                        from note_about as a join note as n on n.id = a.note
                        where n.city = :city
                        """).param("city", city).query(row -> {
            about.computeIfAbsent(row.getString("note"), _ -> new EnumMap<>(About.Kind.class))
                    .put(About.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("id"));
        });
        List<Note> notes = new ArrayList<>();
        client.sql("""
                        select id, city, day, text, author, written_at, withdrawn_by, withdrawn_at
                        from note
                        where city = :city
                        order by day desc, written_at desc
                        """).param("city", city).query(row -> {
            notes.add(note(row, about.getOrDefault(row.getString("id"), Map.of())));
        });
        return Collections.unmodifiableList(notes);
    }

    private static Note note(ResultSet row, Map<About.Kind, String> about) throws SQLException {
        return new Note(
                row.getString("id"),
                row.getString("city"),
                LocalDate.parse(row.getString("day")),
                row.getString("text"),
                about,
                new Note.Signature(row.getString("author"), Instant.parse(row.getString("written_at"))),
                Optional.ofNullable(row.getString("withdrawn_by")).isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Note.Signature(
                                row.getString("withdrawn_by"), Instant.parse(row.getString("withdrawn_at")))));
    }

    static int write(JdbcClient client, Note note) {
        client.sql("""
                        insert into note (id, city, day, text, author, written_at)
                        values (:id, :city, :day, :text, :author, :at)
                        """)
                .param("id", note.id())
                .param("city", note.city())
                .param("day", note.day().toString())
                .param("text", note.text())
                .param("author", note.written().name())
                .param("at", note.written().at().toString())
                .update();
        note.about()
                .forEach((kind, id) -> client.sql("insert into note_about (note, kind, id) values (:note, :kind, :id)")
                        .param("note", note.id())
                        .param("kind", kind.named())
                        .param("id", id)
                        .update());
        return note.about().size();
    }

    static int withdraw(JdbcClient client, String id, Note.Signature signature) {
        return client.sql("""
                        update note set withdrawn_by = :name, withdrawn_at = :at
                        where id = :id and withdrawn_at is null
                        """)
                .param("name", signature.name())
                .param("at", signature.at().toString())
                .param("id", id)
                .update();
    }
}
