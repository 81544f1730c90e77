using System.Reflection;

namespace CredBot.Tests.Architecture;

/// <summary>A slice of the dialogs stands alone: it may use what all share, and never another slice.</summary>
public sealed class Slices
{
    private const string Root = "CredBot.Dialogs";

    /// <summary>Folders that every slice may use.</summary>
    private static readonly string[] Shared = ["Language", "Routing", "Permission", "Diagnosis"];

    private static readonly Assembly Dialogs = Assembly.Load(Root);

    public static TheoryData<string> All => [.. Dialogs.GetTypes().Select(SliceOf).OfType<string>().Distinct().Order()];

    [Theory]
    [MemberData(nameof(All))]
    public void A_Slice_References_No_Other_Slice(string slice)
    {
        var foreign = Dialogs.GetTypes().Where(type => SliceOf(type) == slice)
            .SelectMany(Mentioned)
            .Select(SliceOf)
            .OfType<string>()
            .Where(other => other != slice)
            .Distinct();

        Assert.Empty(foreign);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_Slice_With_A_Dialog_Speaks_In_A_File_Of_Its_Own(string slice)
    {
        var names = Dialogs.GetTypes().Where(type => SliceOf(type) == slice).Select(static type => type.Name).ToList();

        if (names.Contains($"{slice}Dialog"))
        {
            Assert.Contains($"{slice}Text", names);
        }
    }

    private static string? SliceOf(Type type) =>
        type.Namespace is { } space && space.StartsWith(Root + ".", StringComparison.Ordinal) && space[(Root.Length + 1)..] is var slice && !Shared.Contains(slice)
            ? slice
            : null;

    /// <summary>Types in signatures, fields and method bodies.</summary>
    private static IEnumerable<Type> Mentioned(Type type)
    {
        const BindingFlags every = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var methods = type.GetMembers(every).OfType<MethodBase>().ToList();
        return type.GetFields(every).Select(static field => field.FieldType)
            .Concat(methods.SelectMany(static method => method.GetParameters().Select(static parameter => parameter.ParameterType)))
            .Concat(methods.SelectMany(method => Tokens(method).Select(token => Resolve(type.Module, token)).OfType<Type>()));
    }

    /// <summary>The metadata tokens of a method's code: four bytes after an instruction that takes one.</summary>
    /// <remarks>Source: ECMA-335 III: call, callvirt, newobj, castclass, isinst, the field instructions, box, newarr, unbox.any, ldtoken, ldftn.</remarks>
    private static IEnumerable<int> Tokens(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 1; at + 4 <= code.Length; at++)
        {
            var token = BitConverter.ToInt32(code, at);
            var takesToken = code[at - 1] is 0x06 or 0x28 or 0x6F or 0x73 or 0x74 or 0x75 or (>= 0x7B and <= 0x80) or 0x8C or 0x8D or 0xA5 or 0xD0;
            if (takesToken && (token >> 24) is (0x01 or 0x02 or 0x06 or 0x0A or 0x2B))
            {
                yield return token;
            }
        }
    }

    private static Type? Resolve(Module module, int token)
    {
        try
        {
            return module.ResolveMember(token) switch
            {
                Type found => found,
                MemberInfo member => member.DeclaringType,
                _ => null,
            };
        }
        catch (Exception noToken) when (noToken is ArgumentException or BadImageFormatException)
        {
            return null;
        }
    }
}
