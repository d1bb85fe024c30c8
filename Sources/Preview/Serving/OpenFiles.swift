#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How many connections may be open at once.
enum OpenFiles {
  /// Kept for the site's own files.
  private static let spare = 128
  private static let most = 8192

  /// Raises the process's limit of open files as far as it may, and leaves some of it: a server that runs out of them
  /// stops listening.
  static func connections() -> Int {
    #if canImport(Glibc)
      let resource = Int32(RLIMIT_NOFILE.rawValue)
      let kind = __rlimit_resource_t(UInt32(resource))
    #else
      let kind = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard getrlimit(kind, &limit) == 0 else { return spare }
    let wanted = rlim_t(most + spare)
    if limit.rlim_cur < wanted {
      limit.rlim_cur = min(wanted, limit.rlim_max)
      setrlimit(kind, &limit)
      getrlimit(kind, &limit)
    }
    return max(16, Int(min(limit.rlim_cur, wanted)) - spare)
  }
}
