package city.luotsi.jobs.verify;

import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.PeriodText;
import city.luotsi.figures.query.Publication;
import city.luotsi.jobs.run.JobException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a figure in the dashboard, taken apart: {@code …/helsinki@7/kpi/requests?period=2026-10&service=day_care}.
 *
 * @param number of the publication that is asked for; empty: the newest
 * @param parameters what follows the question mark, as it stands there
 */
public record Link(String city, Optional<Long> number, String kpi, Map<String, Set<String>> parameters) {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:[a-z]+://[^/]+/)?(?:.*/)?(?<city>[a-z0-9_-]+)(?:@(?<number>\\d{1,18}))?/(?:kpi|passport)/(?<kpi>[a-z0-9_]+)(?:[/?](?<rest>.*))?");
    /** How a page looks, not what it is asked. */
    private static final Set<String> LOOKS = Set.of("by", "pace", "table", "with", "look", "against");
    /** Names the dimensions whose members are left out. */
    private static final String NOT = "not";

    public Link {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** @throws JobException if it isn't the address of a figure */
    public static Link read(String text) {
        Matcher address = ADDRESS.matcher(text.strip());
        if (!address.matches()) {
            throw new JobException(
                    "'%s' is no address of a figure; copy one from the dashboard, such as …/helsinki@7/kpi/requests?period=2026-10"
                            .formatted(text));
        }
        Map<String, Set<String>> parameters = new LinkedHashMap<>();
        String rest = Optional.ofNullable(address.group("rest")).orElse("");
        for (String parameter : rest.substring(rest.indexOf('?') + 1).split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters
                        .computeIfAbsent(decoded(parameter.substring(0, equals)), any -> new LinkedHashSet<>())
                        .add(decoded(parameter.substring(equals + 1)));
            }
        }
        return new Link(
                Optional.ofNullable(address.group("city")).orElseThrow(),
                Optional.ofNullable(address.group("number")).map(Long::parseLong),
                Optional.ofNullable(address.group("kpi")).orElseThrow(),
                parameters);
    }

    /**
     * What the address asks of a publication; without a period its last whole month.
     *
     * @throws JobException if a part of it means nothing there: another figure would be recomputed than was meant
     */
    public KpiQuery query(Publication publication) {
        if (!publication.catalogue().kpis().containsKey(kpi)) {
            throw new JobException("the publication has no KPI '%s'; it has %s"
                    .formatted(kpi, publication.catalogue().kpis().keySet()));
        }
        Period period = Period.lastWholeMonth(publication.completeThrough());
        KpiQuery query = KpiQuery.of(kpi, period);
        for (Map.Entry<String, Set<String>> parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            if (name.equals("period")) {
                String text = parameter.getValue().iterator().next();
                query = query.during(PeriodText.read(text)
                        .orElseThrow(() -> new JobException("'%s' is no period such as 2026-10".formatted(text))));
            } else if (publication.catalogue().dimensions().containsKey(name)) {
                query = query.where(name, counted(publication, name, parameter.getValue()));
            } else if (!LOOKS.contains(name) && !isLeftOut(name, parameter.getValue())) {
                throw new JobException("'%s=%s' can't be recomputed; take it out of the address"
                        .formatted(name, String.join(",", parameter.getValue())));
            }
        }
        return query;
    }

    /** Of members that are left out, all others; where nothing were left, nothing is left out, as in the dashboard. */
    private Set<String> counted(Publication publication, String dimension, Set<String> members) {
        Set<String> others = publication.others(dimension, members);
        return parameters.getOrDefault(NOT, Set.of()).contains(dimension) && !others.isEmpty() ? others : members;
    }

    /** Whether it leaves out members that the address names. */
    private boolean isLeftOut(String name, Set<String> dimensions) {
        return name.equals(NOT) && parameters.keySet().containsAll(dimensions);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
