package city.luotsi.jobs.cube;

import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.Code;
import city.luotsi.figures.city.Member;
import city.luotsi.jobs.place.DistrictFinder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What subjects may read besides {@code service_event} (the lake's events, with the district of their place): of the city pack
 * {@code service_by_code}, {@code department_by_code}, {@code district_by_code} and {@code age_group}; {@code feed} says
 * whether a feed ever asks for satisfaction: one that doesn't has no answer rate, not 0 %.
 */
public final class LakeViews {
    private static final String ANY = "*";

    private final SparkSession spark;
    private final CityPack pack;
    private final DistrictFinder finder;

    public LakeViews(SparkSession spark, CityPack pack, DistrictFinder finder) {
        this.spark = spark;
        this.pack = pack;
        this.finder = finder;
    }

    /** Makes the tables of codes; the session's time zone must be the city's. */
    public void create(LakeSurvey survey) {
        spark.udf().register("district_at", districtAt(finder), DataTypes.StringType);
        byCode("service", "department", survey.sources()).createOrReplaceTempView("service_by_code");
        byCode("department", "unused", survey.sources()).createOrReplaceTempView("department_by_code");
        byCode("district", "major_district", survey.sources()).createOrReplaceTempView("district_by_code");
        ageGroups().createOrReplaceTempView("age_group");
        feeds(survey).createOrReplaceTempView("feed");
    }

    /** The events as subjects see them: with the district of their place, where their own isn't named. */
    public Dataset<Row> events(Dataset<Row> lake, LakeSurvey survey) {
        String located = survey.toLocate() > 0
                ? "case when %s then district_at(lon, lat) else district_code end".formatted(LakeSurvey.TO_LOCATE)
                : "district_code";
        return lake.selectExpr("*", located + " as located_district_code");
    }

    private static UDF2<Double, Double, String> districtAt(DistrictFinder finder) {
        return (longitude, latitude) -> finder.at(longitude, latitude).orElse("");
    }

    /** One row per source and code: what the source lists, then what any source may say, then the ids themselves. */
    private Dataset<Row> byCode(String dimension, String parent, List<String> sources) {
        Map<String, Member> members = new LinkedHashMap<>();
        pack.members(dimension).forEach(member -> members.put(member.id(), member));
        List<Row> rows = new ArrayList<>();
        for (String source : sources) {
            Map<String, String> idByCode = new LinkedHashMap<>();
            members.keySet().forEach(id -> idByCode.put(id, id));
            List<Code> codes = pack.codes().getOrDefault(dimension, List.of());
            codes.stream()
                    .filter(code -> code.source().equals(ANY))
                    .forEach(code -> idByCode.put(code.code(), code.id()));
            codes.stream()
                    .filter(code -> code.source().equals(source))
                    .forEach(code -> idByCode.put(code.code(), code.id()));
            idByCode.forEach((code, id) -> {
                Member member = members.get(id);
                rows.add(RowFactory.create(
                        source, code, id, member == null ? "" : member.parent().orElse("")));
            });
        }
        StructType type = new StructType()
                .add("source", DataTypes.StringType)
                .add("code", DataTypes.StringType)
                .add(dimension, DataTypes.StringType)
                .add(parent, DataTypes.StringType);
        return spark.createDataFrame(rows, type);
    }

    private Dataset<Row> ageGroups() {
        List<Row> rows = pack.members("age_group").stream()
                .map(member -> RowFactory.create(member.id()))
                .toList();
        return spark.createDataFrame(rows, new StructType().add("age_group", DataTypes.StringType));
    }

    private Dataset<Row> feeds(LakeSurvey survey) {
        List<Row> rows = survey.feeds().stream()
                .map(feed -> RowFactory.create(feed.feed(), survey.asking().contains(feed.feed())))
                .toList();
        StructType type =
                new StructType().add("feed", DataTypes.StringType).add("asks_satisfaction", DataTypes.BooleanType);
        return spark.createDataFrame(rows, type);
    }
}
