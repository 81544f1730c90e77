using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CredBot.Tests.Architecture;

/// <summary>JSON is read and written by generated code alone: what comes in or lies in the store never chooses a type.</summary>
public sealed class JsonContracts
{
    private const BindingFlags Every = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Rooms => ["CredBot.Bot", "CredBot.Graph", "CredBot.Knowledge", "CredBot.Engine", "CredBot.Dialogs", "CredBot.DemoTenant", "credbot"];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_Call_Names_Its_Generated_Contract(string room)
    {
        var byReflection = Assembly.Load(room).GetTypes()
            .SelectMany(static type => type.GetMembers(Every).OfType<MethodBase>())
            .SelectMany(static method => Called(method).Where(IsByReflection).Select(called => $"{method.DeclaringType}.{method.Name} calls {called.DeclaringType!.Name}.{called.Name}"));

        Assert.Empty(byReflection);
    }

    [Fact]
    public void The_Search_Finds_A_Call_That_Names_None()
    {
        var called = Called(typeof(JsonContracts).GetMethod(nameof(ByReflection), Every)!);

        Assert.Contains(called, IsByReflection);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_Type_Of_Several_Shapes_Lists_Them_All_By_A_Word_Of_Its_Own(string room)
    {
        foreach (var type in Assembly.Load(room).GetTypes().Where(static type => type.GetCustomAttribute<JsonPolymorphicAttribute>(inherit: false) is not null))
        {
            var shapes = type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).ToList();
            var derived = type.Assembly.GetTypes().Where(other => other != type && other.IsAssignableTo(type) && !other.IsAbstract);

            Assert.True(type.IsAbstract, $"{type} could be itself.");
            Assert.Equal(derived.OrderBy(static shape => shape.FullName, StringComparer.Ordinal), shapes.Select(static shape => shape.DerivedType).OrderBy(static shape => shape.FullName, StringComparer.Ordinal));
            Assert.All(shapes, static shape => Assert.IsType<string>(shape.TypeDiscriminator));
            Assert.All(shapes, static shape => Assert.True(shape.DerivedType.IsSealed, $"{shape.DerivedType} could be derived from."));
        }
    }

    private static string ByReflection() => JsonSerializer.Serialize(new { A = 1 });

    private static bool IsByReflection(MethodBase called)
    {
        var type = called.DeclaringType?.FullName ?? "";
        var isJson = type is "System.Text.Json.JsonSerializer" or "System.Net.Http.Json.JsonContent" or "System.Net.Http.Json.HttpContentJsonExtensions"
            or "System.Net.Http.Json.HttpClientJsonExtensions" or "Microsoft.AspNetCore.Http.HttpResponseJsonExtensions" or "Microsoft.AspNetCore.Http.HttpRequestJsonExtensions"
            || (type is "System.Text.Json.Nodes.JsonValue" && called.Name is "Create") || (type is "System.Text.Json.Nodes.JsonArray" && called.Name is "Add");
        var values = called.GetParameters().Select(static parameter => parameter.ParameterType).ToList();
        var isResult = type is "Microsoft.AspNetCore.Http.Results" or "Microsoft.AspNetCore.Http.TypedResults" && called.Name is "Json";
        return ((isJson && called.IsGenericMethod) || isResult)
            && !values.Exists(static value => value.IsAssignableTo(typeof(JsonTypeInfo)) || value.IsAssignableTo(typeof(JsonSerializerContext)));
    }

    /// <summary>What a method's code calls: the token of four bytes after a call, callvirt or newobj.</summary><remarks>Source: ECMA-335 III.</remarks>
    private static IEnumerable<MethodBase> Called(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 1; at + 4 <= code.Length; at++)
        {
            var token = BitConverter.ToInt32(code, at);
            if (code[at - 1] is 0x28 or 0x6F or 0x73 && (token >> 24) is (0x06 or 0x0A or 0x2B) && Resolve(method, token) is { } called)
            {
                yield return called;
            }
        }
    }

    private static MethodBase? Resolve(MethodBase method, int token)
    {
        try
        {
            var outer = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
            return method.Module.ResolveMethod(token, outer, method is { IsGenericMethod: true } ? method.GetGenericArguments() : null);
        }
        catch (Exception noToken) when (noToken is ArgumentException or BadImageFormatException)
        {
            return null;
        }
    }
}
