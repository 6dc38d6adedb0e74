package vn.daihoi.access;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person is told about an HTTP status.
 *
 * @param type short English name for programs
 * @param title heading of our page
 * @param message what happened and what to do, one or two sentences
 */
record ErrorText(int status, String type, String title, String message) {

    static final ErrorText STALE_FORM = new ErrorText(
            403,
            "StaleForm",
            "Trang đã mở quá lâu",
            "Phiên làm việc đã đổi nên thao tác chưa được ghi nhận. Hãy mở lại trang rồi thực hiện lại.");

    static ErrorText of(int status) {
        return switch (status) {
            case 400 ->
                new ErrorText(status, "BadRequest", "Yêu cầu không hợp lệ", "Địa chỉ hoặc dữ liệu gửi lên không đúng.");
            case 401 -> new ErrorText(status, "Unauthorized", "Chưa đăng nhập", "Bạn cần đăng nhập để tiếp tục.");
            case 403 ->
                new ErrorText(
                        status,
                        "Forbidden",
                        "Không có quyền",
                        "Tài khoản của bạn không được mở trang hoặc làm thao tác này.");
            case 404 ->
                new ErrorText(
                        status,
                        "NotFound",
                        "Không tìm thấy",
                        "Trang không có, đã chuyển đi hoặc không thuộc đơn vị của bạn.");
            case 405 ->
                new ErrorText(
                        status,
                        "MethodNotAllowed",
                        "Thao tác không được hỗ trợ",
                        "Trang này không nhận thao tác vừa gửi.");
            case 409 ->
                new ErrorText(
                        status,
                        "Conflict",
                        "Dữ liệu đã thay đổi",
                        "Có người vừa cập nhật. Hãy mở lại trang rồi thử lại.");
            case 413 -> new ErrorText(status, "TooLarge", "Tệp quá lớn", "Hãy gửi tệp nhỏ hơn.");
            case 415 ->
                new ErrorText(
                        status,
                        "UnsupportedMediaType",
                        "Định dạng không được hỗ trợ",
                        "Dữ liệu gửi lên không đúng định dạng.");
            case 503 -> new ErrorText(status, "Unavailable", "Hệ thống đang bận", "Xin thử lại sau ít phút.");
            default ->
                status >= 400 && status < 500
                        ? new ErrorText(status, "Refused", "Không thực hiện được", "Yêu cầu không được chấp nhận.")
                        : new ErrorText(
                                status,
                                "ServerError",
                                "Có lỗi trong hệ thống",
                                "Thao tác chưa được thực hiện. Xin thử lại; nếu vẫn lỗi, hãy báo quản trị hệ thống.");
        };
    }

    /** The form that Camunda's own errors have, which its web applications show. */
    Map<String, Object> asJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("type", type);
        json.put("message", message);
        return json;
    }
}
