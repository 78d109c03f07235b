package city.luotsi.dashboard.shell;

import com.vaadin.flow.router.RouteParameters;

/** Where things are: the addresses of the screens. */
public final class Places {
    public static final String CITY = "city";
    public static final String KPI = "kpi";
    public static final String BEFORE = "before";

    private Places() {}

    public static String overview(String city) {
        return city;
    }

    public static String kpi(String city, String kpi) {
        return city + "/kpi/" + kpi;
    }

    public static String data(String city) {
        return city + "/data";
    }

    /** What differs between an earlier publication and the one that is read. */
    public static String changes(String place, long before) {
        return place + "/changes/" + before;
    }

    public static String city(RouteParameters parameters) {
        return parameters.get(CITY).orElse("");
    }
}
