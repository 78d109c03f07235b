package city.luotsi.jobs.bench;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of events as people write it: 500k, 10M. */
final class EventCount implements ITypeConverter<Long> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})([kKmM]?)");

    @Override
    public Long convert(String text) {
        Matcher form = FORM.matcher(text.trim());
        if (!form.matches()) {
            throw new TypeConversionException("'%s' is no number of events, such as 500k or 10M".formatted(text));
        }
        long unit = switch (form.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> 1_000;
            case "m" -> 1_000_000;
            default -> 1;
        };
        return Long.parseLong(form.group(1)) * unit;
    }
}
