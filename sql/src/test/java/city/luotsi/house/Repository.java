package city.luotsi.house;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The repository these tests are part of. */
final class Repository {
    private static final Path ROOT = root();
    private static final Set<String> NOT_OURS =
            Set.of(".git", "target", "node_modules", "generated", "bundles", ".idea", ".vscode");
    private static final Set<String> NOT_TEXT =
            Set.of("png", "jar", "gz", "parquet", "woff2", "ico", "geojson", "duckdb");

    private Repository() {}

    static Path file(String name) {
        return ROOT.resolve(name);
    }

    static String read(String name) throws IOException {
        try {
            return Files.readString(file(name));
        } catch (MalformedInputException e) {
            throw new IOException(name + " is not UTF-8 text", e);
        }
    }

    /** Names, relative to the repository, of what people wrote. */
    static List<Path> textFiles() throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var ours = !NOT_OURS.contains(name(folder)) && !folder.equals(ROOT.resolve("data"));
                return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                var name = name(file);
                if (!NOT_TEXT.contains(name.substring(name.lastIndexOf('.') + 1)) && !name.equals("luotsi.yaml")) {
                    files.add(ROOT.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.removeIf(file -> file.toString().equals(".git"));
        return files;
    }

    private static String name(Path path) {
        var name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private static Path root() {
        var start = Path.of("").toAbsolutePath();
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("luotsi"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above " + start + " holds ./luotsi");
    }
}
