package city.luotsi.dashboard.shell;

import com.vaadin.flow.router.RouteParameters;

/** Where things are: the addresses of the screens. */
public final class Places {
    public static final String CITY = "city";
    public static final String KPI = "kpi";

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

    public static String city(RouteParameters parameters) {
        return parameters.get(CITY).orElse("");
    }
}
