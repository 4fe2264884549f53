// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/apng.h"

#include "app/timeline/painter.h"
#include "app/timeline/png.h"

#include <QImage>
#include <QtEndian>

#include <zlib.h>

#include <cstring>

namespace coroscope::formats {

// An animated PNG is a PNG whose chunks are
//
//     IHDR ... acTL (number of pictures, of repetitions) fcTL IDAT... fcTL fdAT... fcTL fdAT...
//     IEND
//
// An fcTL says where on the canvas the picture that follows lies and how long it is shown. The
// first picture is the PNG itself; each other one is another PNG's IDAT, called fdAT, with a
// running number before its data (the fcTL chunks are numbered in the same series). So libpng
// does the work, and what is written here is the order of chunks. Of a picture only the rectangle
// that changed is stored: a now-line that moves costs some hundred bytes.

namespace {

using std::chrono::milliseconds;

constexpr std::int64_t kLongest = 65535; ///< milliseconds an fcTL can say

template <class Number>
void append(QByteArray &out, Number number)
{
    const Number big = qToBigEndian(number);
    out.append(reinterpret_cast<const char *>(&big), sizeof big);
}

QByteArray chunk(const char *type, const QByteArray &data)
{
    QByteArray named = QByteArray(type, 4) + data;
    QByteArray out;
    append<quint32>(out, static_cast<quint32>(data.size()));
    out += named;
    append<quint32>(out, static_cast<quint32>(crc32(0, reinterpret_cast<const Bytef *>(named.constData()),
                                                    static_cast<uInt>(named.size()))));
    return out;
}

struct Chunk {
    QByteArray type;
    QByteArray data;
};

std::vector<Chunk> chunksOf(const QByteArray &png)
{
    std::vector<Chunk> chunks;
    for (qsizetype at = 8; at + 12 <= png.size();) {
        const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(png.constData() + at));
        chunks.push_back({png.mid(at + 4, 4), png.mid(at + 8, length)});
        at += length + 12;
    }
    return chunks;
}

/// Where two pictures of the same size differ.
QRect difference(const QImage &a, const QImage &b)
{
    QRect changed;
    for (int y = 0; y < a.height(); ++y) {
        const auto *left = reinterpret_cast<const QRgb *>(a.constScanLine(y));
        const auto *right = reinterpret_cast<const QRgb *>(b.constScanLine(y));
        if (std::memcmp(left, right, static_cast<std::size_t>(a.width()) * sizeof(QRgb)) == 0)
            continue;
        const auto first = std::mismatch(left, left + a.width(), right).first - left;
        const auto last = std::mismatch(std::reverse_iterator(left + a.width()), std::reverse_iterator(left),
                                        std::reverse_iterator(right + a.width()))
                              .first.base()
                          - left;
        changed |= QRect(QPoint(static_cast<int>(first), y), QPoint(static_cast<int>(last) - 1, y));
    }
    return changed;
}

class ApngWriter : public FilmWriter {
public:
    ApngWriter(double scale, QString title) : m_scale(scale), m_title(std::move(title)) {}

    bool add(const timeline::Scene &scene, milliseconds duration) override
    {
        QImage image = timeline::toImage(scene, m_scale);
        if (image.isNull())
            return false;
        const QRect changed = m_last.isNull() ? image.rect() : difference(m_last, image);
        if (changed.isEmpty() && m_pendingFor + duration.count() <= kLongest) {
            m_pendingFor += duration.count();
            return true;
        }
        flush();
        m_pending = changed.isEmpty() ? QRect(0, 0, 1, 1) : changed;
        m_pendingFor = std::min(duration.count(), kLongest);
        m_last = std::move(image);
        return true;
    }

    QByteArray finish() override
    {
        if (m_last.isNull())
            return {};
        flush();
        QByteArray control;
        append<quint32>(control, m_pictures);
        append<quint32>(control, 0); // for ever
        return m_head + chunk("acTL", control) + m_body + chunk("IEND", {});
    }

private:
    /// Writes the picture whose duration is now known.
    void flush()
    {
        if (m_last.isNull())
            return;
        QImage part = m_last.copy(m_pending);
        const bool first = m_pictures == 0;
        if (first && !m_title.isEmpty())
            part.setText(QStringLiteral("Title"), m_title);
        const QByteArray png = timeline::pngBytes(part);
        m_body += chunk("fcTL", frameControl());
        ++m_pictures;
        if (first)
            m_head = png.left(8);
        for (const Chunk &each : chunksOf(png)) {
            if (each.type == "IDAT")
                m_body += first ? chunk("IDAT", each.data) : chunk("fdAT", numbered(each.data));
            else if (first && each.type != "IEND")
                m_head += chunk(each.type.constData(), each.data);
        }
    }

    QByteArray numbered(const QByteArray &data)
    {
        QByteArray out;
        append<quint32>(out, m_sequence++);
        return out + data;
    }

    QByteArray frameControl()
    {
        QByteArray out;
        append<quint32>(out, m_sequence++);
        append<quint32>(out, static_cast<quint32>(m_pending.width()));
        append<quint32>(out, static_cast<quint32>(m_pending.height()));
        append<quint32>(out, static_cast<quint32>(m_pending.x()));
        append<quint32>(out, static_cast<quint32>(m_pending.y()));
        append<quint16>(out, static_cast<quint16>(m_pendingFor));
        append<quint16>(out, 1000);
        append<quint8>(out, 0); // it stays,
        append<quint8>(out, 0); // and covers what was there
        return out;
    }

    double m_scale;
    QString m_title;
    QByteArray m_head; ///< all before acTL
    QByteArray m_body;
    QImage m_last;
    QRect m_pending;
    std::int64_t m_pendingFor = 0; ///< milliseconds
    quint32 m_sequence = 0;
    quint32 m_pictures = 0;
};

} // namespace

std::unique_ptr<FilmWriter> apngWriter(double scale, const QString &title)
{
    return std::make_unique<ApngWriter>(scale, title);
}

} // namespace coroscope::formats
