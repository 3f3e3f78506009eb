package org.peyk.audience;

import java.util.Set;
import org.peyk.internal.content.Letters;

/** The columns of a list or query of recipients that mean something to the process, with the names they are known by. All others become attributes of the recipient. */
public enum RecipientColumn {
    /** The person's key; without such a column the address in folded form. */
    PERSON("kisi_no", "kisino", "kisi_id", "sicil_no", "sicil", "ogrenci_no", "person", "person_id", "id"),
    /** Name for the To header and for personal texts. */
    NAME("ad_soyad", "adsoyad", "ad_soyadi", "adi_soyadi", "isim", "name", "full_name", "display_name"),
    /** Mail address. */
    MAIL("e_posta", "eposta", "e_posta_adresi", "email", "e_mail", "mail", "email_address"),
    /** Number of the mobile phone. */
    MOBILE("gsm", "cep", "cep_telefonu", "mobil", "mobile", "mobile_phone"),
    /** Code of the group. */
    GROUP("grup", "grup_kodu", "group", "group_code"),
    /** Language the person reads, as a language tag. */
    LANGUAGE("dil", "language", "lang");

    private final Set<String> headers;

    RecipientColumn(String... headers) {
        this.headers = Set.of(headers);
    }

    /** Turkish letters folded, everything that is no letter or digit one underscore: {@code E-Posta} becomes {@code e_posta}. */
    static String fold(String header) {
        return Letters.fold(header.strip()).replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    /** Whether a header, {@link #fold folded}, names this column. */
    boolean named(String foldedHeader) {
        return headers.contains(foldedHeader);
    }
}
