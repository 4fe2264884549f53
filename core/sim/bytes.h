// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace coroscope {

/// Python's bytes, as they travel over a connection.
class Bytes {
public:
    Bytes() = default;
    Bytes(const char *data) : m_data(data) {}
    explicit Bytes(std::string data) : m_data(std::move(data)) {}

    [[nodiscard]] const std::string &data() const { return m_data; }
    [[nodiscard]] bool empty() const { return m_data.empty(); }
    friend bool operator==(const Bytes &, const Bytes &) = default;

private:
    std::string m_data;
};

/// b'hello\n'
[[nodiscard]] std::string repr(const Bytes &bytes);

} // namespace coroscope
