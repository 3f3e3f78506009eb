package org.peyk.internal.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.peyk.Samples;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.RequestForm;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.tck.CheckSample;
import org.peyk.spi.tck.ContentCheckContract;

class ConsistencyContractTest implements ContentCheckContract {

    @Override
    public ContentCheck check() {
        return new ConsistencyCheck();
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of();
    }

    @Override
    public List<CheckSample> samples() {
        String html = "<p>Değerli hocalarım, resepsiyona hepinizi bekliyoruz efendim.</p>"
                + "<a href=\"mailto:gizli.kisi@example.com\">duyuru@ornek.edu.tr</a><img src=\"cid:a\">";
        return List.of(
                CheckSample.clean("ordinary", form("29 Ekim 2026 Perşembe", null)),
                CheckSample.dirty("wrong weekday", form("29 Ekim 2026 Cuma", null), Set.of("DATE-WEEKDAY")),
                CheckSample.dirty(
                        "another date",
                        form("28 Ekim 2026", null).toBuilder()
                                .detail(Detail.DATE, "2026-10-29")
                                .build(),
                        Set.of("DATE-DIFFERS")),
                CheckSample.dirty(
                        "link and picture",
                        form("Metin", html),
                        Set.of("LINK-DIFFERS", "IMAGE-WITHOUT-ALT"),
                        "gizli.kisi"),
                CheckSample.dirty("poster", form("Metin", "<img src=\"cid:a\" alt=\"Afiş\">"), Set.of("IMAGE-ONLY")));
    }

    private static RequestForm form(String text, @org.jspecify.annotations.Nullable String html) {
        return Samples.form().toBuilder()
                .content(Content.of(new LanguageVersion(Locale.forLanguageTag("tr"), "Duyuru", html, text, null)))
                .build();
    }
}
