package city.luotsi.jobs.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of service_event that a source says; see docs/data-model.md. The lake adds its own. */
public final class ServiceEvent {
    public static final StructType SCHEMA = new StructType()
            .add("feed", DataTypes.StringType)
            .add("event_id", DataTypes.StringType)
            .add("source", DataTypes.StringType)
            .add("service_code", DataTypes.StringType)
            .add("department_code", DataTypes.StringType)
            .add("district_code", DataTypes.StringType)
            .add("lon", DataTypes.DoubleType)
            .add("lat", DataTypes.DoubleType)
            .add("channel", DataTypes.StringType)
            .add("age_group", DataTypes.StringType)
            .add("language", DataTypes.StringType)
            .add("requested_at", DataTypes.TimestampType)
            .add("responded_at", DataTypes.TimestampType)
            .add("due_at", DataTypes.TimestampType)
            .add("ended_at", DataTypes.TimestampType)
            .add("status", DataTypes.StringType)
            .add("outcome", DataTypes.StringType)
            .add("satisfaction", DataTypes.IntegerType)
            .add("cost", DataTypes.createDecimalType(12, 2))
            .add("resident", DataTypes.LongType)
            .add("updated_at", DataTypes.TimestampType);

    /** What a source's select may return besides: when the file was made, and why a record can't be taken. */
    static final Map<String, DataType> BESIDES =
            Map.of("stated_at", DataTypes.TimestampType, "problem", DataTypes.StringType);

    static final Set<String> STATUSES = Set.of("open", "completed", "abandoned", "failed", "cancelled");
    static final Set<String> CHANNELS = Set.of("web", "app", "phone", "counter", "mail", "proactive", "other");

    private ServiceEvent() {}

    public static List<String> columns() {
        return List.of(SCHEMA.fieldNames());
    }
}
