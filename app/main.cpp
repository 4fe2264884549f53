// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/version.h"

#include <iostream>
#include <string_view>

int main(int argc, char *argv[])
{
    if (argc == 2 && argv[1] == std::string_view("--version")) {
        std::cout << "coroscope " << coroscope::versionString() << '\n';
        return 0;
    }
    std::cerr << "coroscope: try 'coroscope --version'\n";
    return 2;
}
