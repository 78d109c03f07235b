package city.luotsi.jobs.source;

import city.luotsi.jobs.run.JobException;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An array of records as one record a line. Spark reads an array as a whole, so that a big one wouldn't fit into memory;
 * lines it reads in parallel, and one at a time.
 */
final class JsonLines {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonLines() {}

    /** Whether each line is a record of its own already. */
    static boolean isLines(Path file) throws IOException {
        // never a whole line: of an array it may be the whole file
        try (JsonParser parser = JSON.createParser(FileHead.open(file))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            int line = parser.currentTokenLocation().getLineNr();
            parser.skipChildren();
            if (parser.currentTokenLocation().getLineNr() != line) {
                return false;
            }
            return parser.nextToken() == null || parser.currentTokenLocation().getLineNr() != line;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** @throws JobException if the file is not JSON, with line and column */
    static Path of(Landed landed, Path folder) {
        Path lines = folder.resolve(landed.hash() + ".jsonl");
        try (JsonParser parser = JSON.createParser(FileHead.open(landed.path()));
                OutputStream out = Files.newOutputStream(lines);
                JsonGenerator generator = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            generator.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString("\n"));
            boolean array = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    generator.copyCurrentStructure(parser);
                } else if (token == JsonToken.START_ARRAY && !array) {
                    array = true;
                } else if (token != JsonToken.END_ARRAY) {
                    throw new JobException(
                            "%s must be a list of records like [{…}, {…}], but has %s".formatted(landed.name(), token));
                }
            }
            return lines;
        } catch (EOFException e) {
            throw new JobException(landed.name() + " ends in the middle; fetch it again", e);
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            throw new JobException(
                    "%s is not readable as json, line %d, column %d: %s; fetch it again"
                            .formatted(
                                    landed.name(),
                                    location.getLineNr(),
                                    location.getColumnNr(),
                                    e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new JobException("%s can't be read: %s".formatted(landed.name(), e.getMessage()), e);
        }
    }

    /** Whether a line is one record, not several that stand on one line. */
    static boolean isObject(String line) {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }
}
