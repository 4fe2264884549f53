// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/webp.h"

#include "app/timeline/painter.h"

#include <QImage>

#include <webp/encode.h>
#include <webp/mux.h>

namespace coroscope::formats {

namespace {

using std::chrono::milliseconds;

struct EncoderDeleter {
    void operator()(WebPAnimEncoder *encoder) const { WebPAnimEncoderDelete(encoder); }
};
using Encoder = std::unique_ptr<WebPAnimEncoder, EncoderDeleter>;

/// A WebPPicture that frees what it holds.
class Picture {
public:
    explicit Picture(const QImage &image)
    {
        WebPPictureInit(&m_picture);
        m_picture.use_argb = 1;
        m_picture.width = image.width();
        m_picture.height = image.height();
        m_filled = WebPPictureImportBGRX(&m_picture, image.constBits(), static_cast<int>(image.bytesPerLine())) != 0;
    }
    ~Picture() { WebPPictureFree(&m_picture); }
    Picture(const Picture &) = delete;
    Picture &operator=(const Picture &) = delete;

    [[nodiscard]] WebPPicture *get() { return m_filled ? &m_picture : nullptr; }

private:
    WebPPicture m_picture{};
    bool m_filled = false;
};

class WebpWriter : public FilmWriter {
public:
    explicit WebpWriter(double scale) : m_scale(scale)
    {
        WebPConfigInit(&m_config);
        m_config.lossless = 1;
        m_config.method = 1; // of 0 to 6: a third larger than the best, ten times as fast
        m_config.quality = 30;
    }

    bool add(const timeline::Scene &scene, milliseconds duration) override
    {
        const QImage image = timeline::toImage(scene, m_scale);
        if (image.isNull() || (!m_encoder && !start(image.size())))
            return false;
        Picture picture(image);
        if (!picture.get() || WebPAnimEncoderAdd(m_encoder.get(), picture.get(), m_at, &m_config) == 0)
            return false;
        m_at += static_cast<int>(duration.count());
        return true;
    }

    QByteArray finish() override
    {
        if (!m_encoder || WebPAnimEncoderAdd(m_encoder.get(), nullptr, m_at, nullptr) == 0)
            return {};
        WebPData data;
        WebPDataInit(&data);
        QByteArray bytes;
        if (WebPAnimEncoderAssemble(m_encoder.get(), &data) != 0)
            bytes = QByteArray(reinterpret_cast<const char *>(data.bytes), static_cast<qsizetype>(data.size));
        WebPDataClear(&data);
        return bytes;
    }

private:
    bool start(QSize size)
    {
        WebPAnimEncoderOptions options;
        WebPAnimEncoderOptionsInit(&options);
        options.anim_params.loop_count = 0; // for ever
        m_encoder.reset(WebPAnimEncoderNew(size.width(), size.height(), &options));
        return m_encoder != nullptr;
    }

    double m_scale;
    WebPConfig m_config{};
    Encoder m_encoder;
    int m_at = 0; ///< milliseconds from the beginning
};

} // namespace

std::unique_ptr<FilmWriter> webpWriter(double scale)
{
    return std::make_unique<WebpWriter>(scale);
}

} // namespace coroscope::formats
