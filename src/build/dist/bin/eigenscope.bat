@echo off
rem Starts Eigenscope: the window without arguments, the command line with them.
rem   JAVA_HOME        the Java to use (17 or newer); otherwise the java on PATH
rem   EIGENSCOPE_OPTS  extra JVM options, separated by spaces, e.g. -Xmx12g
setlocal
for %%i in ("%~dp0..") do set "APP_HOME=%%~fi"

set "JAVA_EXE=java.exe"
if not defined JAVA_HOME goto start
set "JAVA_EXE=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA_EXE%" goto start
echo eigenscope: JAVA_HOME is %JAVA_HOME%, which has no bin\java.exe; set it to a JDK 17 or newer, or unset it. 1>&2
exit /b 1

:start
rem The command line lives for a second: the serial collector starts fastest. The window keeps the JVM's choice.
set "COLLECTOR=-XX:+UseSerialGC"
if "%~1"=="" set "COLLECTOR="
if "%~1"=="open" set "COLLECTOR="

"%JAVA_EXE%" %COLLECTOR% -XX:MaxRAMPercentage=60 --enable-native-access=ALL-UNNAMED ^
  -Dsun.misc.unsafe.memory.access=allow ^
  "-Djava.util.logging.config.file=%APP_HOME%\conf\logging.properties" ^
  "-Deigenscope.home=%APP_HOME%" ^
  %EIGENSCOPE_OPTS% -jar "%APP_HOME%\lib\eigenscope.jar" %*
exit /b %ERRORLEVEL%
