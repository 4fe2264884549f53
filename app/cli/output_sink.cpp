// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_sink.h"

#include "app/cli/failure.h"
#include "app/export/picture.h"
#include "app/export/write_all.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace coroscope::cli {

namespace {

struct Output {
    Q_DECLARE_TR_FUNCTIONS(Output)
};

} // namespace

OutputSink::OutputSink(const QString &file) : m_name(file)
{
    if (file.isNull())
        return;
    if (file.isEmpty())
        throw Failure{Status::BadUsage, Output::tr("--output needs the name of a file")};
    if (const QString reason = formats::whyUnwritable(file); !reason.isEmpty())
        fail(reason);
    m_file = std::make_unique<QSaveFile>(file);
    if (!m_file->open(QIODevice::WriteOnly))
        fail(m_file->errorString());
}

OutputSink::~OutputSink() = default;

void OutputSink::write(std::string_view bytes)
{
    if (m_file) {
        if (!formats::writeAll(*m_file, bytes))
            fail(m_file->errorString());
        return;
    }
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size())
        fail(QString::fromLocal8Bit(std::strerror(errno)));
}

void OutputSink::finish()
{
    if (m_file) {
        if (!formats::flushAll(*m_file) || !m_file->commit()) // the last buffer, too
            fail(m_file->errorString());
        return;
    }
    if (std::fflush(stdout) != 0)
        fail(QString::fromLocal8Bit(std::strerror(errno)));
}

void OutputSink::fail(const QString &reason) const
{
    const QString name = m_name.isNull() ? Output::tr("standard output") : m_name;
    throw Failure{Status::Unwritable, Output::tr("cannot write %1: %2").arg(name, reason)};
}

void writeOutput(const QString &file, std::string_view bytes)
{
    OutputSink sink(file);
    sink.write(bytes);
    sink.finish();
}

} // namespace coroscope::cli
