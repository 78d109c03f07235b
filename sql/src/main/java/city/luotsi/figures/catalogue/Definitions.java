package city.luotsi.figures.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where definition files are looked for: the built-in ones, then folders that add to them. A file of the same name in a
 * later folder takes the earlier one's place.
 */
public final class Definitions {
    private final List<Path> roots;

    private Definitions(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /** The files that travel in this library's jar. */
    public static Definitions builtIn() {
        URL anchor = Definitions.class.getResource("/sql/kpi");
        if (anchor == null) {
            throw new IllegalStateException("the built-in SQL files are missing from the class path");
        }
        try {
            URI uri = anchor.toURI();
            return new Definitions(List.of(pathOf(uri).resolveSibling("").normalize()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("unreadable location of the built-in SQL files: " + anchor, e);
        }
    }

    /** @throws DefinitionException if there is no such folder */
    public Definitions with(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DefinitionException(folder.toString(), "no such folder of SQL files");
        }
        List<Path> more = new ArrayList<>(roots);
        more.add(folder);
        return new Definitions(more);
    }

    /** All SQL files of a folder such as {@code kpi}, by name. */
    public List<SqlFile> sqlFiles(String folder) {
        Map<String, SqlFile> byName = new TreeMap<>();
        for (Path root : roots) {
            for (Path file : children(root.resolve(folder))) {
                String fileName = String.valueOf(file.getFileName());
                if (fileName.endsWith(".sql")) {
                    String name = fileName.substring(0, fileName.length() - ".sql".length());
                    byName.put(name, SqlFile.parse(folder, name, read(file)));
                }
            }
        }
        return List.copyOf(byName.values());
    }

    /** The texts of a folder's other files, by name without the ending. */
    public Map<String, String> texts(String folder, String ending) {
        Map<String, String> byName = new TreeMap<>();
        for (Path root : roots) {
            for (Path file : children(root.resolve(folder))) {
                String fileName = String.valueOf(file.getFileName());
                if (fileName.endsWith(ending)) {
                    byName.put(fileName.substring(0, fileName.length() - ending.length()), read(file));
                }
            }
        }
        return byName;
    }

    /** The names of the folders below one, for example the city packs below {@code city}. */
    public List<String> folders(String folder) {
        TreeSet<String> names = new TreeSet<>();
        for (Path root : roots) {
            for (Path child : children(root.resolve(folder))) {
                if (Files.isDirectory(child)) {
                    names.add(String.valueOf(child.getFileName()).replace("/", ""));
                }
            }
        }
        return List.copyOf(names);
    }

    /** A file's text, from the last folder that has it. */
    public Optional<String> text(String path) {
        return locate(path).map(Definitions::read);
    }

    /** Where a file lies, in the last folder that has it. */
    public Optional<Path> locate(String path) {
        return roots.reversed().stream()
                .map(root -> root.resolve(path))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can't list " + folder, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new DefinitionException(file.toString(), "is not UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        }
    }

    private static Path pathOf(URI uri) {
        if (!"jar".equals(uri.getScheme())) {
            return Path.of(uri);
        }
        String specific = uri.getRawSchemeSpecificPart();
        URI archive = URI.create("jar:" + specific.substring(0, specific.indexOf("!/")));
        String inside = specific.substring(specific.indexOf("!/") + 1);
        return openOnce(archive).getPath(inside);
    }

    // The archive stays open as long as the program runs: it is the program's own jar.
    private static FileSystem openOnce(URI archive) {
        try {
            return FileSystems.newFileSystem(archive, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            return FileSystems.getFileSystem(archive);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the built-in SQL files in " + archive, e);
        }
    }
}
