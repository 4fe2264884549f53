// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <optional>

class QFileSystemWatcher;

namespace coroscope {

/// A source file that is edited here and perhaps elsewhere too. Saving keeps what an editor has to keep: the encoding
/// (UTF-8 with or without a mark, or what PEP 263's comment says, of which Latin-1 is known), the line ends, the mode,
/// and a link stays a link. Main thread.
class ProgramFile : public QObject {
    Q_OBJECT

public:
    explicit ProgramFile(QObject *parent = nullptr);
    ~ProgramFile() override;

    /// Reads it. A sentence when that cannot be; then nothing has changed.
    [[nodiscard]] QString open(const QString &path);
    [[nodiscard]] const QString &path() const { return m_path; }
    /// As it was read or saved last, with the line ends it has.
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Its lines end with CR LF.
    [[nodiscard]] bool endsLinesWithCr() const { return m_crlf; }

    /// Writes it, beside its place and renamed. A sentence when that cannot be; then the file is as it was.
    [[nodiscard]] QString save(const QString &text);
    /// The file on the disk is not the one that was read or saved here last.
    [[nodiscard]] bool differsOnDisk() const;

Q_SIGNALS:
    /// Somebody else has written it.
    void changedOnDisk();

private:
    enum class Encoding { Utf8, Utf8WithMark, Latin1 };

    [[nodiscard]] static std::optional<Encoding> encodingOf(const QByteArray &bytes);
    [[nodiscard]] std::optional<QByteArray> encoded(const QString &text) const;
    void watch();

    QFileSystemWatcher *m_watcher;
    QString m_path;
    QString m_text;
    QByteArray m_bytes; ///< the text as it lies on the disk
    Encoding m_encoding = Encoding::Utf8;
    bool m_crlf = false;
};

} // namespace coroscope
