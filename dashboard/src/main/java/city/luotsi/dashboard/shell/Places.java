package city.luotsi.dashboard.shell;

import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;

/** Where things are: the addresses of the screens. */
public final class Places {
    public static final String CITY = "city";
    public static final String KPI = "kpi";
    private static final String BEFORE = "before";

    private Places() {}

    public static String overview(String city) {
        return city;
    }

    public static String kpi(String city, String kpi) {
        return city + "/kpi/" + kpi;
    }

    public static String why(String city, String kpi) {
        return kpi(city, kpi) + "/why";
    }

    public static String data(String city) {
        return city + "/data";
    }

    /** @param department empty: of the whole city */
    public static String scorecard(String city, Optional<String> department) {
        return city + "/scorecard" + department.map(one -> "/" + one).orElse("");
    }

    /** What of the dashboard everybody can use. */
    public static String accessibility(Optional<String> city) {
        return city.map(one -> one + "/").orElse("") + "accessibility";
    }

    /** All that stands behind one number. */
    public static String passport(String city, String kpi) {
        return city + "/passport/" + kpi;
    }

    /** What differs between an earlier publication and the one that is read. */
    public static String changes(String place, long before) {
        return place + "/changes/" + before;
    }

    /** The number of the earlier publication. */
    public static Optional<Long> before(RouteParameters parameters) {
        return parameters.get(BEFORE).map(Long::parseLong);
    }

    public static String city(RouteParameters parameters) {
        return parameters.get(CITY).orElse("");
    }
}
