package city.luotsi.jobs.source;

import city.luotsi.jobs.run.JobException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/** Looks at the beginning of a file, so that a wrong one is refused before anything is copied or started. */
final class FileHead {
    /** A record may leave a column out (JSON, XML); among this many, none that matters is missing. */
    private static final int RECORDS = 200;

    private static final int SNIFFED = 4096;

    /** Characters: a header that isn't over by then is none. */
    private static final int LONGEST_HEADER = 1 << 20;

    private FileHead() {}

    /** @throws JobException if the file is empty, unreadable or not what its ending says */
    static void requireContent(Path file, Format format) {
        byte[] start;
        try (InputStream in = open(file)) {
            start = in.readNBytes(SNIFFED);
        } catch (ZipException e) {
            throw new JobException(
                    "%s is not a gzip file, though its name ends with .gz; rename it or pack it again".formatted(file));
        } catch (IOException e) {
            throw new JobException(
                    "%s can't be read (%s); check the file and its permissions".formatted(file, e.getMessage()), e);
        }
        if (new String(start, StandardCharsets.ISO_8859_1).isBlank()) {
            throw new JobException("%s is empty; fetch it again".formatted(file));
        }
        boolean parquet = starts(start, 'P', 'A', 'R', '1');
        if (format == Format.PARQUET ? !parquet : parquet || isBinary(start)) {
            throw new JobException("%s is not %s: %s; save it as %s, or unpack it first"
                    .formatted(file, format.ending(), describe(start), format.ending()));
        }
    }

    /**
     * The names of the columns that a file has, as it spells them.
     *
     * @param options of the feed for this format
     * @throws JobException if the file is not readable as its format
     */
    static List<String> columns(Path file, Format format, Map<String, String> options) {
        try {
            return switch (format) {
                case CSV -> csv(file, options);
                case JSON, JSONL -> json(file);
                case XML -> xml(file, options.getOrDefault("rowTag", "request"));
                case PARQUET -> parquet(file);
            };
        } catch (IOException | XMLStreamException | RuntimeException e) {
            String reason = String.valueOf(e.getMessage()).lines().collect(Collectors.joining(" "));
            throw Unreadable.sentence(file.toString(), e)
                    .orElseGet(() -> new JobException(
                            "%s is not readable as %s: %s; fetch it again".formatted(file, format.ending(), reason),
                            e));
        }
    }

    /** What separates the values of a CSV file: what the feed says, else what its header has most of. */
    static String separator(Path file, Map<String, String> options) throws IOException {
        String said = options.getOrDefault("sep", "");
        if (!said.isEmpty()) {
            return said;
        }
        try (Reader reader = text(file, options)) {
            String header = start(reader)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .orElse("");
            String most = ",";
            for (String candidate : List.of(";", "\t")) {
                if (count(header, candidate) > count(header, most)) {
                    most = candidate;
                }
            }
            return most;
        }
    }

    static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return Format.isPacked(file) ? new GZIPInputStream(in, 1 << 16) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static List<String> csv(Path file, Map<String, String> options) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(file, options))
                .detectBomHeader(false)
                .ofCsvRecord(text(file, options))) {
            return reader.iterator().next().getFields();
        }
    }

    private static List<String> json(Path file) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (InputStream in = open(file);
                JsonParser parser = new JsonFactory().createParser(in)) {
            int records = 0;
            for (JsonToken token = parser.nextToken(); token != null && records < RECORDS; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    records++;
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        names.add(parser.currentName());
                        parser.nextToken();
                        parser.skipChildren();
                    }
                }
            }
        } catch (JsonProcessingException e) {
            // of lines only one is broken, and quarantined later
            if (names.isEmpty() || !JsonLines.isLines(file)) {
                throw e;
            }
        }
        return List.copyOf(names);
    }

    private static List<String> xml(Path file, String rowTag) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Set<String> names = new LinkedHashSet<>();
        try (InputStream in = open(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            int records = 0;
            int depth = -1;
            // to the end: after a broken record Spark may leave out others, and says nothing
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (depth >= 0) {
                        depth++;
                        if (depth == 1 && records <= RECORDS) {
                            names.add(reader.getLocalName());
                        }
                    } else if (reader.getLocalName().equals(rowTag)) {
                        depth = 0;
                        records++;
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT && depth >= 0) {
                    depth--;
                }
            }
        }
        return List.copyOf(names);
    }

    private static List<String> parquet(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(
                HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration(false)))) {
            return reader.getFileMetaData().getSchema().getFields().stream()
                    .map(field -> field.getName())
                    .toList();
        }
    }

    private static Reader text(Path file, Map<String, String> options) throws IOException {
        Charset charset = Charset.forName(options.getOrDefault("encoding", "UTF-8"));
        InputStream in = open(file);
        byte[] start = in.readNBytes(3);
        boolean marked =
                start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        InputStream rest = marked ? in : new java.io.SequenceInputStream(new ByteArrayInputStream(start), in);
        return new InputStreamReader(rest, charset);
    }

    private static String start(Reader reader) throws IOException {
        char[] start = new char[LONGEST_HEADER];
        int length = 0;
        for (int read = 0; read >= 0 && length < start.length; length += Math.max(read, 0)) {
            read = reader.read(start, length, start.length - length);
        }
        return new String(start, 0, length);
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    // A NUL further down is one record's: it is quarantined with its number.
    private static boolean isBinary(byte[] start) {
        for (byte value : start) {
            if (value == 0) {
                return true;
            }
            if (value == '\n') {
                break;
            }
        }
        return starts(start, 'P', 'K', 3, 4) || starts(start, '%', 'P', 'D', 'F');
    }

    private static String describe(byte[] start) {
        if (starts(start, 'P', 'K', 3, 4)) {
            return "it begins like a ZIP archive or a spreadsheet";
        }
        if (starts(start, 0xff, 0xfe) || starts(start, 0xfe, 0xff)) {
            return "it is written in UTF-16, and must be in UTF-8";
        }
        if (starts(start, 0x1f, 0x8b)) {
            return "it begins like a gzip file (name it .gz)";
        }
        return starts(start, 'P', 'A', 'R', '1') ? "it begins like a Parquet file" : "its beginning is something else";
    }

    private static boolean starts(byte[] start, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (start.length <= i || (start[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
