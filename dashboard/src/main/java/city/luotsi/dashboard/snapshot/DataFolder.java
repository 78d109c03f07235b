package city.luotsi.dashboard.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code LUOTSI_DATA}: one sub-folder per city, each with {@code publications/<number>.json}. */
record DataFolder(Path path) {
    private static final List<String> RUNS = List.of("ingest", "refresh", "demo");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,18})\\.json");

    /** A city's folder. */
    record City(String id, Path publications) {

        /** What is announced, by number. */
        NavigableMap<Long, Path> announced() {
            NavigableMap<Long, Path> announced = new TreeMap<>();
            for (Path file : list(publications)) {
                Matcher number = NUMBER.matcher(String.valueOf(file.getFileName()));
                if (number.matches()) {
                    announced.put(Long.parseLong(number.group(1)), file);
                }
            }
            return announced;
        }
    }

    List<City> cities() {
        List<City> cities = new ArrayList<>();
        for (Path folder : list(path)) {
            Path publications = folder.resolve("publications");
            if (Files.isDirectory(publications)) {
                cities.add(new City(String.valueOf(folder.getFileName()), publications));
            }
        }
        return cities;
    }

    /** By city, the files of which a run holds the lock while it lives. */
    Map<String, List<Path>> locks() {
        Map<String, List<Path>> locks = new TreeMap<>();
        for (Path city : list(path)) {
            // asked for by name: not every folder here need be a city's, or one that this user may list
            locks.put(
                    String.valueOf(city.getFileName()),
                    RUNS.stream()
                            .map(run -> city.resolve("." + run + ".lock"))
                            .filter(Files::isRegularFile)
                            .toList());
        }
        return locks;
    }

    /** The reports of a city's runs, the oldest first. */
    List<Path> reports(String city) {
        return list(path.resolve(city).resolve("runs")).stream()
                .filter(file -> file.toString().endsWith(".json"))
                .toList();
    }

    /** The files with a city's quarantined records: a folder for each file that had any. */
    List<Path> quarantined(String city) {
        return list(path.resolve(city).resolve("quarantine")).stream()
                .filter(folder -> !String.valueOf(folder.getFileName()).startsWith("."))
                .flatMap(folder -> list(folder).stream())
                .filter(file -> file.toString().endsWith(".parquet"))
                .toList();
    }

    /** Sizes and times of an announcement and of its neighbours: unchanged means there is nothing new to try. */
    static String stateOf(Path json) {
        StringBuilder state = new StringBuilder();
        try {
            state.append(Files.getLastModifiedTime(json).toMillis());
            for (Path neighbour : list(json.resolveSibling("."))) {
                if (neighbour.toString().endsWith(".duckdb")) {
                    state.append(' ').append(Files.size(neighbour));
                }
            }
        } catch (IOException e) {
            throw new UnusablePublicationException(json.getFileName() + " can't be read", e);
        }
        return state.append('\n').toString();
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("%s can't be listed; may this user read it?".formatted(folder), e);
        }
    }
}
