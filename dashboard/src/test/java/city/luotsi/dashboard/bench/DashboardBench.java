package city.luotsi.dashboard.bench;

import city.luotsi.dashboard.browser.Chromium;
import city.luotsi.dashboard.browser.RunningDashboard;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Measures the dashboard on a city that is published in a folder. */
final class DashboardBench {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
    private static final Duration PACE = Duration.ofSeconds(5);
    private static final double KILOBYTE = 1000;

    private static final Pattern MONTH = Pattern.compile("period=(\\d{4}-\\d{2})");

    private final List<String> command;
    private final Path data;
    private final String city;
    private final Extent extent;

    /**
     * How much is measured.
     *
     * @param rounds through the pages; one more goes before them, so that Java has compiled what is measured
     * @param pages of KPIs
     * @param steps down from each
     * @param visitors that step at once
     */
    record Extent(int rounds, int pages, int steps, int starts, int sessions, int visitors, Duration load) {
        static final Extent FULL = new Extent(2, 12, 4, 20, 100, 200, Duration.ofMinutes(3));
    }

    /** @param command the Java that runs the jar, with its options */
    DashboardBench(List<String> command, Path data, Extent extent) throws IOException {
        this.command = List.copyOf(command);
        this.data = data;
        this.city = city(data);
        this.extent = extent;
    }

    /** Arguments: the report to write, {@code SIZE=FOLDER} for each city, {@code --}, the command that starts the dashboard. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> all = List.of(arguments);
        int end = all.indexOf("--");
        Map<String, List<Sample>> sizes = new LinkedHashMap<>();
        for (String size : all.subList(1, end)) {
            String[] parts = size.split("=", 2);
            List<String> command = all.subList(end + 1, all.size());
            sizes.put(parts[0], new DashboardBench(command, Path.of(parts[1]), Extent.FULL).measure());
        }
        BenchReport report = new BenchReport(sizes);
        report.write(Path.of(all.getFirst()));
        System.out.println(report.table());
    }

    List<Sample> measure() throws IOException, InterruptedException {
        List<Sample> samples = new ArrayList<>();
        try (Chromium chromium = new Chromium()) {
            samples.addAll(steps(chromium));
            samples.addAll(starts(chromium));
        }
        samples.addAll(sessions());
        return samples;
    }

    /** Opening pages and stepping down from them, with the questions behind each step. */
    private List<Sample> steps(Chromium chromium) throws IOException {
        Path folder = Files.createTempDirectory("luotsi-bench");
        Recording recording = new Recording(folder.resolve("questions.jfr"));
        List<WatchedPage.Paint> overviews = new ArrayList<>();
        List<WatchedPage.Paint> opened = new ArrayList<>();
        List<WatchedPage.Paint> stepped = new ArrayList<>();
        List<WatchedPage.Paint> again = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        try (RunningDashboard dashboard = RunningDashboard.by(with(recording.option()), data);
                WatchedPage page = new WatchedPage(chromium)) {
            String overview = dashboard.address(city);
            page.open(overview);
            List<String> kpis = page.tiles().stream().limit(extent.pages()).toList();
            try (WatchedPage fresh = new WatchedPage(chromium)) {
                bytes.add(fresh.bytesOf(kpis.getFirst()) / KILOBYTE);
            }
            for (int round = 0; round <= extent.rounds(); round++) {
                if (round == 1) {
                    Stream.of(overviews, opened, stepped, again).forEach(List::clear);
                }
                for (String kpi : kpis) {
                    overviews.add(page.open(overview));
                    opened.add(page.open(before(kpi, round)));
                    stepped.addAll(down(page));
                    again.addAll(down(page));
                }
            }
        }
        List<Sample> samples = List.of(
                millis("click to painted", stepped, Bar.median(50).and(Bar.p95(80))),
                new Sample("  questions of a click, together", "ms", recording.within(stepped), Bar.p95(15)),
                millis("click to painted, asked before", again, Bar.median(50).and(Bar.p95(80))),
                millis("page of a KPI, warm open to painted", opened, Bar.median(400)),
                millis("overview, warm open to painted", overviews, Bar.median(400)),
                new Sample("first load of the page of a KPI", "KB", bytes, Bar.median(500)));
        Files.delete(recording.file());
        Files.delete(folder);
        return samples;
    }

    /** The page some months earlier: answers are kept, and each round shall ask what nobody asked before. */
    private static String before(String kpi, int months) {
        return MONTH.matcher(kpi)
                .replaceFirst(
                        month -> "period=" + YearMonth.parse(month.group(1)).minusMonths(months));
    }

    private List<WatchedPage.Paint> down(WatchedPage page) {
        List<WatchedPage.Paint> stepped = new ArrayList<>();
        int steps = Math.min(page.bars(), extent.steps());
        for (int bar = 0; bar < steps; bar++) {
            stepped.add(page.clickBar(bar));
            page.back();
        }
        return stepped;
    }

    private static Sample millis(String name, List<WatchedPage.Paint> paints, Bar bar) {
        return new Sample(
                name, "ms", paints.stream().map(WatchedPage.Paint::millis).toList(), bar);
    }

    /** From the start of Java until it says that it is ready, and until the first page is painted. */
    private List<Sample> starts(Chromium chromium) throws IOException {
        List<Double> ready = new ArrayList<>();
        List<Double> painted = new ArrayList<>();
        for (int start = 0; start < extent.starts(); start++) {
            double began = System.currentTimeMillis();
            try (RunningDashboard dashboard = RunningDashboard.by(command, data);
                    WatchedPage page = new WatchedPage(chromium)) {
                ready.add((System.currentTimeMillis() - began) / 1e3);
                painted.add((page.open(dashboard.address(city)).to() - began) / 1e3);
            }
        }
        return List.of(
                new Sample("start until it is ready", "s", ready, Bar.median(4)),
                new Sample("start until the first page is painted", "s", painted, Bar.NONE));
    }

    /** What open pages hold, and how long steps take when many are taken at once. */
    private List<Sample> sessions() throws IOException, InterruptedException {
        try (RunningDashboard dashboard = RunningDashboard.by(command, data);
                Crowd crowd = new Crowd()) {
            String address = dashboard.address("");
            List<String> places = places(dashboard);
            crowd.come(places.size(), address, places);
            long before = heap(dashboard.process());
            crowd.come(extent.sessions(), address, places);
            double each = (double) (heap(dashboard.process()) - before) / extent.sessions();
            crowd.come(extent.visitors() - extent.sessions() - places.size(), address, places);
            return List.of(
                    new Sample(
                            "heap of an open session, of " + extent.sessions(),
                            "KB",
                            List.of(each / KILOBYTE),
                            Bar.median(1000)),
                    new Sample(
                            "server time of a click, of %d visitors".formatted(extent.visitors()),
                            "ms",
                            crowd.step(PACE, extent.load()),
                            Bar.p95(300)));
        }
    }

    private List<String> places(RunningDashboard dashboard) {
        try (Chromium chromium = new Chromium();
                WatchedPage page = new WatchedPage(chromium)) {
            page.open(dashboard.address(city));
            return page.tiles().stream()
                    .limit(extent.pages())
                    .map(tile -> URI.create(tile).getPath().substring(1))
                    .toList();
        }
    }

    /** What is alive in another Java, in bytes. */
    private static long heap(long process) throws IOException {
        Process asking = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String told = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher total = TOTAL.matcher(told);
        if (!total.find()) {
            throw new IOException("jcmd told no total: " + told);
        }
        return Long.parseLong(total.group(1));
    }

    private List<String> with(String option) {
        return Stream.of(command.subList(0, 1), List.of(option), command.subList(1, command.size()))
                .flatMap(List::stream)
                .toList();
    }

    private static String city(Path data) throws IOException {
        try (Stream<Path> folders = Files.list(data)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("publications")))
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(data + " holds no city with publications"));
        }
    }
}
