// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/png.h"

#include <png.h>

#include <csetjmp>

namespace coroscope::timeline {

namespace {

/// Charts are flat areas, in which zlib finds the repetitions by itself: trying libpng's filters on
/// every row and searching longer, as Qt's writer does, takes two to four times as long and makes a
/// picture a tenth to a third smaller.
constexpr int kFilters = PNG_FILTER_NONE;
constexpr int kCompressionLevel = 3;

/// libpng's two structures for a file that is written.
class Encoder {
public:
    Encoder()
        : m_png(png_create_write_struct(
              PNG_LIBPNG_VER_STRING, nullptr, [](png_structp png, png_const_charp) { png_longjmp(png, 1); },
              [](png_structp, png_const_charp) {})),
          m_info(m_png ? png_create_info_struct(m_png) : nullptr)
    {
    }
    ~Encoder() { png_destroy_write_struct(&m_png, &m_info); }
    Encoder(const Encoder &) = delete;
    Encoder &operator=(const Encoder &) = delete;

    /// An error in libpng jumps back into it: nothing here has a destructor.
    [[nodiscard]] bool write(const QImage &image, png_text *title, QByteArray *out)
    {
        if (!m_info || setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        png_set_write_fn(
            m_png, out,
            [](png_structp png, png_bytep data, std::size_t size) {
                static_cast<QByteArray *>(png_get_io_ptr(png))
                    ->append(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
            },
            [](png_structp) {});
        png_set_filter(m_png, PNG_FILTER_TYPE_BASE, kFilters);
        png_set_compression_level(m_png, kCompressionLevel);
        png_set_IHDR(m_png, m_info, static_cast<png_uint_32>(image.width()), static_cast<png_uint_32>(image.height()),
                     8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
        png_set_pHYs(m_png, m_info, static_cast<png_uint_32>(image.dotsPerMeterX()),
                     static_cast<png_uint_32>(image.dotsPerMeterY()), PNG_RESOLUTION_METER);
        if (title->itxt_length > 0)
            png_set_text(m_png, m_info, title, 1);
        png_write_info(m_png, m_info);
        // A pixel is a number 0xffRRGGBB: which byte comes first is the machine's business.
        if constexpr (Q_BYTE_ORDER == Q_LITTLE_ENDIAN) {
            png_set_bgr(m_png);
            png_set_filler(m_png, 0, PNG_FILLER_AFTER);
        } else {
            png_set_filler(m_png, 0, PNG_FILLER_BEFORE);
        }
        for (int y = 0; y < image.height(); ++y)
            png_write_row(m_png, image.constScanLine(y));
        png_write_end(m_png, m_info);
        return true;
    }

private:
    png_structp m_png;
    png_infop m_info;
};

} // namespace

QByteArray pngBytes(const QImage &image)
{
    if (image.isNull())
        return {};
    QByteArray key("Title");
    QByteArray text = image.text(QStringLiteral("Title")).toUtf8();
    png_text title{};
    title.compression = PNG_ITXT_COMPRESSION_NONE;
    title.key = key.data();
    title.text = text.data();
    title.itxt_length = static_cast<std::size_t>(text.size());
    QByteArray bytes;
    return Encoder().write(image, &title, &bytes) ? bytes : QByteArray();
}

} // namespace coroscope::timeline
