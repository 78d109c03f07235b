package city.luotsi.jobs.demo;

import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.city.Residents;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The small tables that events are drawn from: {@code profile} has a row per service, {@code cell} a slot per service and
 * day, {@code home} a slot per service, district and age group. How a slot is read: {@link Draw}.
 */
final class DemoTables {
    private static final double GROWTH_A_YEAR = 0.015;
    private static final double DAILY_NOISE = 0.06;
    private static final double PACE_OF_DISTRICTS = 0.07;
    private static final double DIGITAL_OF_OLDEST = 0.72;
    private static final int REPEAT_DAYS = 30;
    private static final StructType CELL =
            new StructType().add("service", DataTypes.IntegerType).add("day", DataTypes.IntegerType);
    private static final StructType HOME = new StructType()
            .add("district", DataTypes.StringType)
            .add("age_group", DataTypes.StringType)
            .add("residents", DataTypes.DoubleType)
            .add("pace", DataTypes.DoubleType)
            .add("digital", DataTypes.DoubleType);
    private static final StructType PROFILE = new StructType()
            .add("service", DataTypes.IntegerType)
            .add("code", DataTypes.StringType)
            .add("feed", DataTypes.StringType)
            .add("wait_days", DataTypes.DoubleType)
            .add("wait_sigma", DataTypes.DoubleType)
            .add("due_days", DataTypes.IntegerType)
            .add("digital_start", DataTypes.DoubleType)
            .add("digital_end", DataTypes.DoubleType)
            .add("app", DataTypes.DoubleType)
            .add("phone", DataTypes.DoubleType)
            .add("proactive", DataTypes.DoubleType)
            .add("answers", DataTypes.DoubleType)
            .add("satisfied", DataTypes.DoubleType)
            .add("cost", DataTypes.DoubleType)
            .add("unfinished", DataTypes.DoubleType)
            .add("refused", DataTypes.DoubleType)
            .add("repeat", DataTypes.DoubleType)
            .add("anonymous", DataTypes.DoubleType)
            .add("is_case", DataTypes.BooleanType)
            .add("rests", DataTypes.BooleanType)
            .add("repeaters", DataTypes.IntegerType)
            .add("known_until", DataTypes.LongType);

    private final CityPack pack;
    private final DemoSettings settings;
    private final List<ServiceProfile> profiles;
    private final DemandCalendar calendar;
    private final List<PlantedStory> stories;
    private final Dice dice;

    DemoTables(
            CityPack pack,
            DemoSettings settings,
            List<ServiceProfile> profiles,
            DemandCalendar calendar,
            List<PlantedStory> stories) {
        this.pack = pack;
        this.settings = settings;
        this.profiles = profiles;
        this.calendar = calendar;
        this.stories = stories;
        this.dice = new Dice(settings.seed());
    }

    /** How many slots the first of the two tables has, and how many the second has for one service. */
    record Slots(int cells, int homes) {}

    Slots create(SparkSession spark) {
        spark.createDataFrame(profileRows(), PROFILE).createOrReplaceTempView("profile");
        List<Row> cells = cellRows();
        spark.createDataFrame(cells, slotsOf(CELL)).createOrReplaceTempView("cell");
        List<Row> homes = homeRows();
        spark.createDataFrame(homes, slotsOf(HOME)).createOrReplaceTempView("home");
        return new Slots(cells.size(), homes.size() / profiles.size());
    }

    private static StructType slotsOf(StructType item) {
        return new StructType()
                .add("slot", DataTypes.IntegerType)
                .add("kept", DataTypes.DoubleType)
                .add("one", item)
                .add("other", item);
    }

    private List<Row> profileRows() {
        double all = profiles.stream().mapToDouble(ServiceProfile::share).sum();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            ServiceProfile profile = profiles.get(i);
            double repeatsInThirtyDays =
                    settings.events() * profile.share() / all * REPEAT_DAYS / settings.days() * profile.repeat();
            rows.add(RowFactory.create(
                    i,
                    profile.service(),
                    profile.feed(),
                    profile.waitDays(),
                    profile.waitSigma(),
                    profile.dueDays().isPresent() ? profile.dueDays().getAsInt() : null,
                    profile.digitalStart(),
                    profile.digitalEnd(),
                    profile.app(),
                    profile.phone(),
                    profile.proactive(),
                    profile.answers(),
                    profile.satisfied(),
                    profile.cost().isPresent() ? profile.cost().getAsDouble() : null,
                    profile.unfinished(),
                    profile.refused().isPresent() ? profile.refused().getAsDouble() : null,
                    profile.repeat(),
                    profile.anonymous(),
                    profile.isCase(),
                    profile.restsAtWeekends(),
                    // two or three requests each
                    (int) Math.max(1, Math.round(repeatsInThirtyDays / 2.5)),
                    knownUntil(profile.feed())));
        }
        return rows;
    }

    /** The second at which the feed's knowledge ends: midnight after the last day, or before its silence. */
    private long knownUntil(String feed) {
        LocalDate end = stories.stream()
                .filter(story -> story.effect() == Effect.SILENCE
                        && feed.equals(story.slice().get("feed")))
                .map(PlantedStory::from)
                .findFirst()
                .orElse(settings.until().plusDays(1));
        return startOf(end, pack.zone());
    }

    static long startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toEpochSecond();
    }

    private List<Row> cellRows() {
        int days = settings.days();
        double[] weights = new double[profiles.size() * days];
        Row[] cells = new Row[weights.length];
        for (int i = 0; i < profiles.size(); i++) {
            double all = 0;
            for (int day = 0; day < days; day++) {
                int cell = i * days + day;
                LocalDate date = settings.from().plusDays(day);
                cells[cell] = RowFactory.create(i, (int) date.toEpochDay());
                double usual = usual(profiles.get(i), date, day);
                all += usual;
                weights[cell] = usual * told(profiles.get(i), date);
            }
            for (int day = 0; day < days; day++) {
                weights[i * days + day] *= profiles.get(i).share() / all;
            }
        }
        return rows(Draw.of(weights), cells, 0);
    }

    private double usual(ServiceProfile profile, LocalDate date, int day) {
        return calendar.weight(profile.season(), profile.week(), date)
                * Math.pow(1 + GROWTH_A_YEAR, day / 365.25)
                * StrictMath.exp(DAILY_NOISE * dice.normal("weather of " + profile.feed(), date.toEpochDay()));
    }

    private double told(ServiceProfile profile, LocalDate date) {
        double factor = 1;
        for (PlantedStory story : stories) {
            boolean touches = story.isOn(date)
                    && profile.service().equals(story.slice().getOrDefault("service", profile.service()))
                    && profile.feed().equals(story.slice().getOrDefault("feed", profile.feed()));
            if (touches && story.effect() == Effect.SILENCE) {
                factor = 0;
            } else if (touches && story.effect() == Effect.REQUESTS) {
                factor *= story.size();
            }
        }
        return factor;
    }

    private List<Row> homeRows() {
        List<Residents> homes = homes();
        List<String> ages = pack.members("age_group").stream().map(Member::id).toList();
        List<Row> rows = new ArrayList<>();
        for (ServiceProfile profile : profiles) {
            double[] weights = new double[homes.size()];
            Row[] items = new Row[homes.size()];
            for (int i = 0; i < weights.length; i++) {
                Residents home = homes.get(i);
                String district = home.district().orElseThrow();
                weights[i] = home.residents() * profile.ageWeight(home.ageGroup());
                boolean oldest = !ages.isEmpty()
                        && home.ageGroup().filter(ages.getLast()::equals).isPresent();
                items[i] = RowFactory.create(
                        district,
                        home.ageGroup().orElse(null),
                        (double) home.residents(),
                        StrictMath.exp(
                                PACE_OF_DISTRICTS * dice.normal("pace of " + profile.service(), district.hashCode())),
                        oldest ? DIGITAL_OF_OLDEST : 1);
            }
            rows.addAll(rows(Draw.of(weights), items, rows.size()));
        }
        return rows;
    }

    /** The residents of the last census year, all of them in a district. */
    private List<Residents> homes() {
        int year = pack.population().stream()
                .mapToInt(Residents::year)
                .filter(census -> census <= settings.until().getYear())
                .max()
                .orElse(0);
        List<Residents> counted =
                pack.population().stream().filter(row -> row.year() == year).toList();
        List<Residents> homes = new ArrayList<>();
        Map<String, Long> byDistrict = new HashMap<>();
        for (Residents row : counted) {
            row.district().ifPresent(district -> {
                homes.add(row);
                byDistrict.merge(district, row.residents(), Long::sum);
            });
        }
        // districts that the census leaves out share those whose district it doesn't say
        List<Member> unsaid = pack.members("district").stream()
                .filter(district -> !byDistrict.containsKey(district.id()))
                .toList();
        long rest = counted.stream()
                .filter(row -> row.district().isEmpty())
                .mapToLong(Residents::residents)
                .sum();
        for (Member district : unsaid) {
            long share = Math.max(1, counted.isEmpty() ? 1000 : rest / unsaid.size());
            homes.add(new Residents(year, Optional.of(district.id()), Optional.empty(), share));
        }
        return homes;
    }

    private static List<Row> rows(Draw draw, @Nullable Row[] items, int firstSlot) {
        List<Row> rows = new ArrayList<>(draw.slots());
        for (int slot = 0; slot < draw.slots(); slot++) {
            rows.add(RowFactory.create(firstSlot + slot, draw.kept(slot), items[slot], items[draw.other(slot)]));
        }
        return rows;
    }
}
