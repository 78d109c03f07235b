package city.luotsi.jobs.source;

import city.luotsi.figures.catalogue.DefinitionException;
import city.luotsi.jobs.run.JobException;
import com.univocity.parsers.common.TextParsingException;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.spark.sql.AnalysisException;

/** Why a file can't be read, in a sentence: the reason stands deep among the causes of what Spark throws. */
public final class Unreadable {
    private Unreadable() {}

    /**
     * @param file what the operator calls it
     * @param failure of reading it
     * @return empty if it is no fault of the file's that is known, or a sentence already
     */
    public static Optional<JobException> sentence(String file, Exception failure) {
        if (failure instanceof JobException || failure instanceof DefinitionException) {
            return Optional.empty();
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<String> sentence = sentence(cause, String.valueOf(cause.getMessage()));
            if (sentence.isPresent()) {
                return Optional.of(new JobException(file + " " + sentence.get(), failure));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> sentence(Throwable cause, String message) {
        return Optional.ofNullable(
                switch (cause) {
                    case java.io.EOFException _ -> "ends in the middle; fetch it again";
                    case CharConversionException _ -> "is not UTF-8 (%s); save it as UTF-8".formatted(message);
                    case ZipException _ -> "is damaged (%s); fetch it again".formatted(message);
                    case IOException _
                    when message.contains("gzip") -> "is damaged (%s); fetch it again".formatted(message);
                    case IOException _
                    when message.contains("No space left") ->
                        "can't be read, for the disk is full; free some or set LUOTSI_DATA to another disk";
                    case TextParsingException _
                    when message.startsWith("Length of parsed input") ->
                        "has a value of more than %,d characters; look for a quote that isn't closed"
                                .formatted(RawRecords.LONGEST_VALUE);
                    case TextParsingException _
                    when message.contains("ArrayIndexOutOfBounds") ->
                        "has a record of more than 20,480 values; look for line breaks that are missing";
                    case AnalysisException _ ->
                        "can't be read: %s; save such columns in another type, or leave them out"
                                .formatted(message.lines().findFirst().orElse(""));
                    default -> null;
                });
    }
}
