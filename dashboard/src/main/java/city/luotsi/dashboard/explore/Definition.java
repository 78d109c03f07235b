package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.NativeDetails;

/** What a KPI means, where its definition comes from, who answers for it. */
final class Definition extends NativeDetails {

    Definition(Kpi kpi, Words words) {
        addClassNames("card", "definition");
        setSummaryText(words.say("definition.title"));
        DescriptionList list = new DescriptionList();
        entry(list, words.say("definition.meaning"), words.text(kpi.meaning()));
        entry(list, words.say("definition.source"), kpi.source().orElseGet(() -> words.say("definition.own")));
        String owner = words.publication().owners().get(kpi.name());
        entry(
                list,
                words.say("definition.owner"),
                owner == null ? words.say("definition.nobody") : words.member("department", owner));
        if (kpi.knownAfterDays() > 0) {
            entry(
                    list,
                    words.say("definition.known"),
                    words.say("definition.known-after", Integer.toString(kpi.knownAfterDays())));
        }
        entry(list, words.say("definition.file"), kpi.file().origin());
        setContent(list);
    }

    private static void entry(DescriptionList list, String term, String description) {
        list.add(new DescriptionList.Term(term), new DescriptionList.Description(description));
    }
}
