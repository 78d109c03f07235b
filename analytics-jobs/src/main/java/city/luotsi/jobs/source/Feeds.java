package city.luotsi.jobs.source;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.SqlFile;
import city.luotsi.figures.city.CityPack;
import city.luotsi.jobs.run.JobException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The feeds that are defined, and which of them a file is. */
public final class Feeds {
    /** What a message says of a header that isn't one; the whole may be a megabyte. */
    private static final int COLUMNS_TOLD = 10;

    private static final int NAME_TOLD = 60;

    private final Map<String, Feed> byName = new TreeMap<>();

    public Feeds(Definitions definitions) {
        for (SqlFile file : definitions.sqlFiles("source")) {
            byName.put(file.name(), Feed.parse(file));
        }
    }

    /** @throws JobException if there is no such feed */
    public Feed named(String name) {
        Feed feed = byName.get(name);
        if (feed == null) {
            throw new JobException("there is no feed '%s'; known are %s, or add source/%s.sql with --sql"
                    .formatted(name, String.join(", ", byName.keySet()), name));
        }
        return feed;
    }

    /**
     * A file with the feed to read it as; nothing has been copied yet.
     *
     * @param named the feed the operator named; else the one of the city's feeds that fits
     * @throws JobException if the file is no file of that feed, or none or several fit
     */
    public Candidate recognise(Path file, Optional<String> named, CityPack pack) {
        if (!Files.isReadable(file)) {
            throw new JobException("%s can't be read; check that it exists and that you may read it".formatted(file));
        }
        List<Feed> feeds = named.map(name -> List.of(named(name))).orElseGet(() -> of(pack));
        Format format = Format.of(file)
                .orElseThrow(() -> new JobException("%s is of no known format; %s".formatted(file, endings(feeds))));
        List<Feed> ofFormat =
                feeds.stream().filter(feed -> feed.formats().contains(format)).toList();
        if (ofFormat.isEmpty()) {
            throw new JobException("%s: no feed takes .%s; %s".formatted(file, format.ending(), endings(feeds)));
        }
        FileHead.requireContent(file, format);
        List<Candidate> fitting = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        String found = "";
        for (Feed feed : ofFormat) {
            List<String> written = FileHead.columns(file, format, feed.optionsOf(format));
            List<String> columns = ColumnNames.plain(written).stream()
                    .map(column -> feed.also().getOrDefault(column, column))
                    .toList();
            if (columns.isEmpty()) {
                lacking.add("%s finds no record".formatted(feed.name()));
                continue;
            }
            List<String> missing = feed.key().stream()
                    .filter(column -> !columns.contains(column))
                    .toList();
            if (missing.isEmpty()) {
                fitting.add(new Candidate(file, format, feed));
            } else {
                lacking.add("%s needs %s".formatted(feed.name(), String.join(", ", missing)));
                found = "; its columns are " + listed(written);
            }
        }
        if (fitting.isEmpty()) {
            throw new JobException(
                    "%s has a header without the key column: %s%s; check the file's header and what separates its columns, or name its feed with --feed"
                            .formatted(file, String.join("; ", lacking), found));
        }
        if (fitting.size() > 1) {
            throw new JobException("%s could be %s; say which with --feed"
                    .formatted(
                            file,
                            fitting.stream()
                                    .map(candidate -> candidate.feed().name())
                                    .collect(Collectors.joining(" or "))));
        }
        return fitting.getFirst();
    }

    /** A file that was looked at, and what it will be read as. */
    public record Candidate(Path file, Format format, Feed feed) {}

    private List<Feed> of(CityPack pack) {
        List<Feed> feeds = byName.values().stream()
                .filter(feed -> feed.isFor(pack.id(), pack.feeds()))
                .toList();
        if (feeds.isEmpty()) {
            throw new JobException("%s takes no feed; list one in its city.yaml, or name one of %s with --feed"
                    .formatted(pack.id(), String.join(", ", byName.keySet())));
        }
        return feeds;
    }

    private static String listed(List<String> columns) {
        String first = columns.stream()
                .limit(COLUMNS_TOLD)
                .map(column -> column.length() <= NAME_TOLD ? column : column.substring(0, NAME_TOLD) + "…")
                .collect(Collectors.joining(", "));
        return columns.size() <= COLUMNS_TOLD ? first : "%s … (%,d in all)".formatted(first, columns.size());
    }

    private static String endings(List<Feed> feeds) {
        return feeds.stream()
                .map(feed -> "%s takes %s"
                        .formatted(
                                feed.name(),
                                feed.formats().stream()
                                        .map(format -> "." + format.ending())
                                        .sorted()
                                        .collect(Collectors.joining(" "))))
                .collect(Collectors.joining(", "));
    }
}
