package vn.daihoi.consultation.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases, without accents, of which many say the same in a comment: how they are read, and how much they weigh.
 * Only what holds whatever the accents stands here: "cho" may be a market, so it weighs little but isn't dropped.
 */
final class Lexicon {

    /** How much a word weighs. */
    enum Kind {
        /** Turns of speech: changes the sense little. */
        SOFT,
        /** Bears the sense. */
        HARD,
        /** Turns the sense round, or is a number: may never differ. */
        GUARD,
        /** Bears the sense, but is no Vietnamese syllable: perhaps a slip. */
        ODD,
        /** Says nothing. */
        NOTHING
    }

    /** How a phrase is read. */
    record Entry(String reading, Kind kind) {}

    /** The most words of a phrase. */
    static final int LONGEST = 6;

    /** What people say around what they want. */
    private static final String NOTHING =
            """
            da thua; thua; kinh thua; kinh gui; xin chao; kinh chao; xin cam on; cam on; chan thanh cam on; rat cam on; tran trong;
            tran trong cam on; xin tran trong cam on; xin chan thanh cam on; rat mong duoc xem xet; rat mong duoc quan tam;
            mong duoc xem xet; mong duoc quan tam; mong quan tam; mong cac cap quan tam; rat mong cac cap quan tam; mong som duoc xem xet;
            mong lanh dao quan tam; mong lanh dao xem xet; rat mong lanh dao quan tam; mong phuong quan tam; rat mong phuong quan tam;
            rat mong; mong; mong rang; xin duoc; toi xin; em xin; xin phep; cho toi hoi; toi co y kien; toi xin gop y; toi xin co y kien;
            xin co y kien; xin gop y; toi gop y; gop y; em gop y; xin co gop y; y kien cua toi; y kien cua toi la; theo y kien cua toi;
            theo toi; theo em; theo ca nhan toi; ca nhan toi; toi la nguoi dan; toi la cu dan; toi thay; toi thay rang; em thay; toi nghi;
            toi nghi rang; toi cho rang; chung toi; chung em; gia dinh toi; ban bien tap; ban soan thao; to bien tap;
            ban to chuc; quy ban; quy co quan; quy lanh dao; quy cap; a oi; nhe; nha a; nhi; voi a; nua a; duoc khong a; co duoc khong;
            duoc khong; la; va; cua; cac; nhung; thi; ma; rang; se; duoc; bi; nay; kia; do; ay; cung; van; o; rat; hoac; hay la;
            viec; co the; nhu sau; tren day; sau day; nhu vay; nhe a; luon a; nhieu a; xin; quy vi; cac bac; cac dong chi;
            dong chi; cac anh chi; anh chi; lam on; vui long; voi nhe; dum; giup; giup toi; giup ba con; giup nguoi dan
            """;

    /** What weighs little. */
    private static final String SOFT =
            """
            de nghi; kien nghi; de xuat; mong muon; yeu cau; can; nen; phai; can phai; nen can; rat can; can duoc; nen duoc; de nghi can;
            xem xet; nghien cuu; can nhac; xem xet nghien cuu; tinh toan; cho; ve; voi; tu; de; khi; neu; vi; do vi; boi vi; boi; nen chang; co; con; len; ra; vao; lai; di; tai; trong;
            theo; tren; duoi; mot; mot so; nhieu; moi; som; nhanh chong; kip thoi; khan truong; nhanh; ngay; lap tuc; gap; hien nay; hien tai;
            hien; bay gio; hien gio; thoi gian qua; thoi gian toi; trong thoi gian toi; vua qua; thuong xuyen; lien tuc; thuong; hay; luon;
            luon luon; that; that su; thuc su; hon; hon nua; ro hon; qua; lam; nhat; cu the; noi dung; muc; phan; diem; y; phan nay; muc nay; noi dung nay;
            diem nay; them; bo sung; dua them; ghi them; neu them; bo sung them; quan tam; chu trong; chu y; luu y; quan tam den; dam bao;
            bao dam; phuong; phuong minh; phuong ta; dia phuong; tren dia ban; tren dia ban phuong; dia ban; dia ban phuong; o phuong; tai phuong; lanh dao;
            lanh dao phuong; uy ban phuong; uy ban nhan dan phuong; uy ban nhan dan; chinh quyen; co quan chuc nang; cac cap; nguoi dan; nhan dan; ba con; dan; cu dan;
            ba con nhan dan; nguoi dan phuong; toi; em; minh; het; hien thoi; ngay cang; dang; da; moi day; tiep tuc; nua; roi; chi; tuc la; cu; the; vay; gi; nao; vi du; nhu; nham;
            duoc tot hon; tot hon; phu hop; phu hop hon; hop ly; them nua; ngoai ra; dong thoi; va ca; cung nhu; cu the hon; ro rang; ro; thuan tien; thuan tien hon
            """;

    /** What may never differ. */
    private static final List<String> GUARD = List.of(
            "khong; chang",
            "chua",
            "bo; bo di; bo bot; huy; huy bo; loai bo; xoa; xoa bo; cat bo; luoc bo",
            "giam; giam bot; cat giam; ha thap; bot; han che; thu hep",
            "ngung; ngung lai; dung lai",
            "cam",
            "phan doi",
            "phan tram");

    /** What is read as one of its fellows; the first names them all. */
    private static final List<String> SAME = List.of(
            "dong y; nhat tri; tan thanh; dong tinh; ung ho; hoan toan dong y; hoan toan nhat tri; hoan toan tan thanh; nhat tri cao; rat dong y; thong nhat; thong nhat cao; hoan toan thong nhat; co ban nhat tri; co ban dong y",
            "sua; chinh sua; sua doi; dieu chinh; sua lai; chinh lai; sua thanh; chinh sua lai",
            "sua chua; tu sua; duy tu; duy tu sua chua; sua chua lai; bao tri",
            "nang cap; cai tao; nang cap cai tao; cai tao nang cap",
            "tang cuong; day manh; tang cuong them",
            "lap dat; lap; lap them; lap dat them; gan them; trang bi; trang bi them; bo tri them; bo tri; bo tri lap dat",
            "xay dung; xay; xay moi; xay dung them; xay them; dau tu xay dung",
            "xu ly; giai quyet; khac phuc; xu ly dut diem; giai quyet dut diem",
            "kiem tra; thanh tra; kiem soat; ra soat; kiem tra ra soat",
            "tre em; tre nho; tre con; thieu nhi; cac chau; chau nho; cac chau nho; cac em nho; em nho",
            "nguoi cao tuoi; nguoi gia; nguoi lon tuoi; ong ba gia",
            "ngap; ngap nuoc; ngap ung; ngap lut; bi ngap",
            "rac; rac thai",
            "hem; ngo; kiet",
            "via he; le duong; he pho",
            "ket xe; un tac; tac duong; ket duong; tac nghen; un tac giao thong; ket xe keo dai",
            "den duong; den chieu sang; den chieu sang cong cong; den cong cong; den duong chieu sang; den dien chieu sang; he thong chieu sang; he thong den chieu sang; he thong den duong; chieu sang cong cong",
            "camera; camera an ninh; camera giam sat; camera quan sat; cam an ninh; cam giam sat",
            "thu tuc hanh chinh; thu tuc giay to hanh chinh; tthc",
            "cai cach hanh chinh; cai cach thu tuc hanh chinh; cchc",
            "ve sinh moi truong; ve sinh; vsmt",
            "ket noi; lien ket",
            "boi duong; tap huan; dao tao boi duong; dao tao; tap huan boi duong",
            "tuyen truyen; van dong; tuyen truyen van dong; pho bien",
            "san choi; khu vui choi; cho vui choi; diem vui choi; khu choi; cho choi",
            "cay xanh; cay; trong cay xanh",
            "ban dem; buoi toi; ban toi; ve dem; ve khuya; dem khuya; buoi dem",
            "nguy hiem; mat an toan; nguy co mat an toan",
            "kho khan; vat va",
            "nang cao chat luong; cai thien chat luong",
            "nang cao; cai thien; nang len",
            "muc tieu; muc dich",
            "phan dau; no luc; co gang",
            "tiep dan; tiep cong dan",
            "chuyen doi so; cds");

    /** Words that stand in a fixed pair with a word that would be read otherwise. */
    private static final String PAIRS =
            """
            can bo; chi bo; dang bo; tien bo; toan bo; dong bo; noi bo; bo phan; bo may; bo mon; bo doi; bo tri; bo tieu chi; bo quy tac; gan bo; cong bo; phan bo; bo nhiem; di bo; duong bo; bo hanh; bac bo; tuyen bo; phat huy; huy dong; chi huy; khong quan;
            giam sat; giam doc; giam dinh; giam thi; khong gian; khong khi; hang khong; chua chay; chua benh; kham chua benh; phong chay chua chay; phong chong; chua chay cuu nan;
            cam ket; cam ung; cam nang; cam xuc; tinh cam; tam huyet; huyet mach; chinh sach; nhan su; dien tu; thanh pho; dan so; doi song; ha tang; nen tang; tang lop; co so; co so vat chat; khu pho; to dan pho;
            cap uy; dang uy; dang vien; doan vien; hoi vien; thanh nien; phu nu; chi tieu; nghi quyet; bao cao chinh tri; nhiem ky; cong tac; giao duc; y te; van hoa; kinh te; thuong mai; dich vu; du lich; an ninh; trat tu;
            an toan; giao thong; moi truong; do thi; via ba; cong vien; truong hoc; nha van hoa; cho dem; cong khai; minh bach; chinh tri; co quan; doanh nghiep; ho kinh doanh; nha o; ho ngheo; can ngheo; viec lam; cong viec; lao dong;
            gan day; chung cu; cong cong; co hoi; con duong; the duc; the thao; the duc the thao; the che; qua tang; mot cua; dang ky; dang vien tre; cu tru; ra vao; ngay nghi; ngay le; ca phe; hien dai; phan loai; phan anh;
            phan cong; thuong hieu; thuong binh; hien mau; giup do; con em; em gai; nha truong; nha nuoc; duoc pham; duoc lieu; lai xe; de dieu; tu lieu; tu thien; tu do; dan cu; khu dan cu; dan quan; dan van; dan chu; nguoi dan toc
            """;

    private static final String SHORT =
            """
            ko=khong; k=khong; kg=khong; hok=khong; hong=khong; kh=khong; dc=duoc; dk=duoc; ubnd=uy ban nhan dan; hdnd=hoi dong nhan dan; mttq=mat tran to quoc;
            bch=ban chap hanh; btv=ban thuong vu; tp=thanh pho; q=quan; p=phuong; kp=khu pho; tdp=to dan pho; cty=cong ty; ng=nguoi; mn=moi nguoi; vs=voi; tnxp=thanh nien xung phong;
            csvc=co so vat chat; cntt=cong nghe thong tin; antt=an ninh trat tu; atgt=an toan giao thong; gtvt=giao thong van tai; vsattp=ve sinh an toan thuc pham; pccc=phong chay chua chay;
            ktxh=kinh te xa hoi; kt=kinh te; dv=dang vien; tthc=thu tuc hanh chinh; cchc=cai cach hanh chinh; cds=chuyen doi so; vsmt=ve sinh moi truong; j=gi; trc=truoc; ms=moi; nh=nhieu;
            vd=vi du; bc=bao cao; bcct=bao cao chinh tri; nq=nghi quyet; dh=dai hoi; tw=trung uong; hs=hoc sinh; sv=sinh vien; gv=giao vien; ntn=nhu the nao; cx=cung; r=roi; z=vay; lun=luon; bik=biet; wa=qua;
            mtr=moi truong; gt=giao thong; xd=xay dung; ql=quan ly; pt=phat trien; ksnd=kiem sat nhan dan; thcs=trung hoc co so; thpt=trung hoc pho thong; htx=hop tac xa; cb=can bo; cbcc=can bo cong chuc; cc=cong chuc
            """;

    private static final Map<String, Entry> ENTRIES = new HashMap<>();
    /** The most words of a phrase that begins with this word. */
    private static final Map<String, Integer> LENGTHS = new HashMap<>();

    private static final Map<String, String[]> LONG = new HashMap<>();

    static {
        for (var pair : list(SHORT)) {
            int at = pair.indexOf('=');
            LONG.put(pair.substring(0, at), pair.substring(at + 1).split(" "));
        }
        list(PAIRS).forEach(phrase -> put(phrase, phrase, Kind.HARD));
        fold(SAME, Kind.HARD);
        list(SOFT).forEach(phrase -> put(phrase, phrase, Kind.SOFT));
        fold(GUARD, Kind.GUARD);
        list(NOTHING).forEach(phrase -> put(phrase, phrase, Kind.NOTHING));
    }

    private Lexicon() {}

    /** The words an abbreviation stands for; null for none. */
    static String @Nullable [] inFull(String word) {
        return LONG.get(word);
    }

    /** The most words of a phrase that begins with this word, 0 for none. */
    static int longest(String first) {
        return LENGTHS.getOrDefault(first, 0);
    }

    /** How a phrase is read; null when it is none. */
    static @Nullable Entry entry(String phrase) {
        return ENTRIES.get(phrase);
    }

    private static void fold(List<String> groups, Kind kind) {
        for (var group : groups) {
            var fellows = list(group);
            fellows.forEach(phrase -> put(phrase, fellows.get(0), kind));
        }
    }

    private static void put(String written, String reading, Kind kind) {
        var phrase = Arrays.stream(written.split(" ")).map(Syllable::shortI).collect(Collectors.joining(" "));
        ENTRIES.put(phrase, new Entry(reading, kind));
        int end = phrase.indexOf(' ');
        int words = phrase.split(" ").length;
        LENGTHS.merge(end < 0 ? phrase : phrase.substring(0, end), words, Math::max);
    }

    private static List<String> list(String phrases) {
        return Arrays.stream(phrases.split(";"))
                .map(phrase -> phrase.strip().replaceAll("\\s+", " "))
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }
}
