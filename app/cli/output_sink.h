// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <string_view>

class QSaveFile;

namespace coroscope::cli {

/// Where a command writes: standard output, or a file that appears only when it is complete (written beside its name
/// and renamed). All functions throw Failure (unwritable); then nothing is left behind and an existing file is as it
/// was.
class OutputSink {
public:
    /// `file`: empty for standard output.
    explicit OutputSink(const QString &file);
    ~OutputSink();
    OutputSink(const OutputSink &) = delete;
    OutputSink &operator=(const OutputSink &) = delete;

    void write(std::string_view bytes);
    /// Everything is written: makes it so.
    void finish();

private:
    [[noreturn]] void fail(const QString &reason) const;

    QString m_name;
    std::unique_ptr<QSaveFile> m_file; ///< null: standard output
};

/// All at once.
void writeOutput(const QString &file, std::string_view bytes);
inline void writeOutput(const QString &file, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    writeOutput(file, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

} // namespace coroscope::cli
