using CredBot.Graph;

namespace CredBot.Tests.Graph;

/// <summary>Opens results; a test that opened the wrong one fails with what it found.</summary>
internal static class Results
{
    public static T Value<T>(this GraphResult<T> result) => Assert.IsType<GraphResult<T>.Ok>(result).Value;

    public static GraphError Error<T>(this GraphResult<T> result) => Assert.IsType<GraphResult<T>.Failed>(result).Error;
}
