package city.luotsi.dashboard.shell;

import city.luotsi.dashboard.wording.Wording;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.Cookie;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Language and colour scheme: the reader's choice from a cookie, else what the browser says. */
@Component
class Preferences implements VaadinServiceInitListener {
    static final String LANGUAGE = "luotsi-language";
    static final String SCHEME = "luotsi-scheme";

    private final CityTheme theme;

    Preferences(CityTheme theme) {
        this.theme = theme;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(Preferences::chooseLanguage);
        event.addIndexHtmlRequestListener(Preferences::writeIndex);
        event.addIndexHtmlRequestListener(theme::writeInto);
    }

    private static void chooseLanguage(SessionInitEvent event) {
        VaadinRequest request = event.getRequest();
        event.getSession().setLocale(language(request));
    }

    static Locale language(VaadinRequest request) {
        Optional<String> chosen = cookie(request, LANGUAGE);
        List<Locale> wished = chosen.isPresent()
                ? List.of(Locale.forLanguageTag(chosen.get()))
                : Collections.list(request.getLocales());
        return wished.stream()
                .flatMap(wish -> Wording.LANGUAGES.stream()
                        .filter(known -> known.getLanguage().equals(wish.getLanguage())))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** The scheme is in the page from its first byte, so that a dark room isn't lit up while it loads. */
    private static void writeIndex(IndexHtmlResponse response) {
        Element html = response.getDocument().selectFirst("html");
        Element head = response.getDocument().head();
        head.appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
        head.appendElement("link")
                .attr("rel", "icon")
                .attr("type", "image/svg+xml")
                .attr("href", "icon.svg");
        if (html != null) {
            Scheme scheme =
                    Scheme.of(cookie(response.getVaadinRequest(), SCHEME).orElse(""));
            html.attr("lang", VaadinSession.getCurrent().getLocale().getLanguage());
            html.attr("theme", scheme.theme());
            html.attr("style", "color-scheme: " + scheme.css());
        }
    }

    static Scheme scheme(VaadinRequest request) {
        return Scheme.of(cookie(request, SCHEME).orElse(""));
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        return List.of(cookies).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
