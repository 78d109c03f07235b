package city.luotsi.jobs.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.jobs.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkplaceTest {
    @TempDir
    private Path folder;

    @Test
    void ofWhatExecutorsWroteThatIsFetchedWhichSparkWouldRead() throws Exception {
        try (S3Server server = S3Server.start()) {
            Workplace work = new Workplace(folder, Optional.of(server.location() + "/helsinki/work/ingest"));
            put(work.shared("sums/grain=1/part-0.parquet"), "cells");
            put(work.shared("sums/grain=1/.part-0.parquet.crc"), "sum");
            put(work.shared("sums/_SUCCESS"), "");
            put(work.shared("sums/_temporary/0/left"), "half");

            Path fetched = work.fetched("sums");

            assertEquals(List.of("grain=1/part-0.parquet"), files(fetched));
            assertEquals("cells", Files.readString(fetched.resolve("grain=1/part-0.parquet")));
        }
    }

    @Test
    void whatNobodyWroteCannotBeFetched() throws Exception {
        try (S3Server server = S3Server.start()) {
            Workplace work = new Workplace(folder, Optional.of(server.location() + "/helsinki/work/ingest"));

            String said = ""
                    + assertThrows(UncheckedIOException.class, () -> work.fetched("sums"))
                            .getMessage();

            assertTrue(said.contains(work.shared("sums")), said);
        }
    }

    private static void put(String place, String text) throws IOException {
        var path = new org.apache.hadoop.fs.Path(place);
        FileSystem store = Store.fileSystem(path);
        try (var out = store.create(path)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.endsWith(".crc"))
                    .toList();
        }
    }
}
